-- When somebody last signed in with a browser, for administrators alone. It stands apart from the person, whose row whoever administers
-- an organisation reads too, and goes with them. Nobody's earlier sign-ins are known.

create table last_sign_in (
    person_id uuid primary key references person on delete cascade,
    at        timestamptz not null default statement_timestamp()
);

grant select, insert (person_id), update (at) on last_sign_in to ${application-role};

alter table last_sign_in enable row level security;
