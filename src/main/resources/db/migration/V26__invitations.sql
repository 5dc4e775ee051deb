-- Whoever invites a colleague is answered before the realm is asked, and is not to learn whether the address has an account
-- already: that would tell who works with other organisations. So whom an organisation has invited is kept apart from persons,
-- the same whatever came of it, until the one who was invited signs in.

create table colleague_invitation (
    id              uuid primary key, -- of the person it makes
    organisation_id uuid not null references organisation,
    name            text not null,
    email           text not null,
    job_function    text,
    invited_by      uuid not null references person,
    invited_at      timestamptz not null default clock_timestamp(),
    withdrawn_by    uuid references person,
    withdrawn_at    timestamptz,
    shutting        boolean not null default false, -- the account, where there is one, is still to be shut
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (not shutting or withdrawn_at is not null)
);

create index colleague_invitation_of on colleague_invitation (organisation_id, id);
create index colleague_invitation_shutting on colleague_invitation (id) where shutting;

-- Whether whoever ordered a change is not to learn what came of it; then it is carried out in nobody's name.
alter table account_change add column unseen boolean not null default false;

grant select, delete on colleague_invitation to ${application-role};
grant insert (id, organisation_id, name, email, job_function, invited_by) on colleague_invitation to ${application-role};
grant update (withdrawn_by, withdrawn_at, shutting) on colleague_invitation to ${application-role};

alter table colleague_invitation enable row level security;

-- The link of an invitation names an account, and nothing in the realm ends it before its time. So an invitation that is sent again
-- makes the account anew, and the person goes over to it; nobody has signed in as either. For nothing else a person changes the account,
-- but that somebody who was met under it too early gives it up.
create function guard_person_account() returns trigger language plpgsql as $$
begin
    if current_user <> '${application-role}' or exists (
        select from account_change c
        where c.kind = 'MAIL' and c.state = 'RUNNING'
          and (c.person_id = new.id or not new.active and new.subject = 'superseded-' || new.id)) then
        return new;
    end if;
    raise exception 'a person keeps the account';
end
$$;

create trigger person_account_guarded before update of subject on person
    for each row when (old.subject is distinct from new.subject) execute function guard_person_account();

grant update (subject) on person to ${application-role};
