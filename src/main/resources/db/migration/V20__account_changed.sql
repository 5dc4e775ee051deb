-- When the portal itself changed an account. A request whose identity the realm confirmed before that comes too late to say who
-- somebody is: it would undo what an administrator has just done.
alter table person add column account_changed_at timestamptz;
grant select (account_changed_at), insert (account_changed_at), update (account_changed_at) on person to ${application-role};

-- Accounts and persons are compared by one node at a time, page by page; what was found is the same at every node.
create table directory_comparison (
    single      boolean primary key default true check (single),
    due_at      timestamptz not null,
    round       uuid,
    compared_at timestamptz,
    check ((round is null) = (compared_at is null))
);
insert into directory_comparison (due_at) values (clock_timestamp());

-- The accounts that a round has met, until it ends.
create table directory_seen (
    round   uuid not null,
    subject text not null,
    primary key (round, subject)
);

create table directory_drift (
    round     uuid not null,
    kind      text not null check (kind in (
                  'ACCOUNT_WITHOUT_PERSON', 'PERSON_WITHOUT_ACCOUNT', 'ENABLED_HERE_ONLY', 'ENABLED_THERE_ONLY')),
    person_id uuid,
    account   text not null,
    name      text not null,
    primary key (round, account)
);

grant select, update on directory_comparison to ${application-role};
grant select, insert, delete on directory_seen, directory_drift to ${application-role};

alter table directory_comparison enable row level security;
alter table directory_seen enable row level security;
alter table directory_drift enable row level security;

create policy compared on directory_comparison to ${application-role}
    using ((select wall_system('accounts') or wall_role('ADMIN')))
    with check ((select wall_system('accounts')));
create policy met on directory_seen to ${application-role}
    using ((select wall_system('accounts'))) with check ((select wall_system('accounts')));
create policy found on directory_drift to ${application-role}
    using ((select wall_system('accounts') or wall_role('ADMIN')))
    with check ((select wall_system('accounts')));
