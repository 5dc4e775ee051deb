-- What a person was when the portal last saw them, for mails to everybody of a role.
alter table person add column roles text not null default '';

-- Mails to be sent: written in the transaction of the act they tell of. A row holds whom and what, no address and no
-- words, so that a mail is written from what is true when it is sent.
create table notice (
    id              uuid primary key,
    recipient_id    uuid not null references person,
    kind            text not null,
    document_id     uuid not null references document,
    actor_id        uuid references person,
    written_at      timestamptz not null,
    state           text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP', 'WITHDRAWN')),
    attempts        int not null,
    next_attempt_at timestamptz not null,
    fault           text,
    decided_at      timestamptz,
    check ((state = 'WAITING') = (decided_at is null))
);

create index notice_waiting on notice (next_attempt_at) where state = 'WAITING';
create index notice_given_up on notice (decided_at) where state = 'GIVEN_UP';

-- While one is waiting, another of the same would say nothing new.
create unique index notice_once on notice (recipient_id, kind, document_id, actor_id) nulls not distinct
    where state = 'WAITING';

grant select, insert, update on notice to ${application-role};
