-- Requests that carry an Idempotency-Key, so that a repetition is answered like the first and done once. Of the request there
-- is its hash, of the answer the identifiers it named; a claim without an answer is under way, or was cut off.

create table idempotent_request (
    person_id     uuid not null references person,
    key           text not null check (length(key) between 1 and 255),
    fingerprint   text not null check (length(fingerprint) = 64),
    claim         uuid not null,
    claimed_until timestamptz not null,
    answer        text,
    made_at       timestamptz not null default clock_timestamp(),
    primary key (person_id, key)
);

create index idempotent_request_over on idempotent_request (made_at);

grant select, insert, update, delete on idempotent_request to ${application-role};

-- A key is its sender's alone; what is over is the sweeper's.
alter table idempotent_request enable row level security;

create policy own on idempotent_request to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

create policy over on idempotent_request to ${application-role} using (
    (select wall_system('sweeper')) and made_at < statement_timestamp() - interval '24 hours');
