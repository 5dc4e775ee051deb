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

-- Whether the person was invited to that organisation by its own people and has not signed in yet.
create function wall_awaits(person uuid, organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from colleague_invitation i
        where i.id = wall_awaits.person and i.organisation_id = wall_awaits.organisation);
end
$$;

-- Whether the caller has taken back the invitation of that person.
create function wall_withdrew(person uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from colleague_invitation i
        where i.id = wall_withdrew.person and i.withdrawn_by = wall_person());
end
$$;

-- A change of which nobody learns is carried out by accounts, every other one by whoever ordered it.
create or replace function wall_carries_out(person uuid, organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from account_change c left join person p on p.id = c.person_id
        where c.state = 'RUNNING' and c.person_id = wall_carries_out.person
          and case when c.unseen then wall_system('accounts') else c.ordered_by = wall_person() end
          and coalesce(c.organisation_id, p.organisation_id) = wall_carries_out.organisation);
end
$$;

create or replace function wall_invites_to(organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from account_change c
        where c.state = 'RUNNING' and c.kind = 'INVITATION'
          and case when c.unseen then wall_system('accounts') else c.ordered_by = wall_person() end
          and c.organisation_id = wall_invites_to.organisation);
end
$$;

create or replace function wall_shows_person(person uuid, organisation uuid) returns boolean
    language plpgsql stable as $$
begin
    return wall_oversees() or wall_system('registrar') or wall_system('accounts') or wall_system('mailer')
        or wall_administers(organisation) and not wall_awaits(person, organisation)
        or wall_carries_out(person, organisation);
end
$$;

alter policy changed on person
    with check (
        (select wall_role('ADMIN') or wall_system('registrar'))
        or id is distinct from (select wall_person()) and not employee
           and (wall_administers(organisation_id) or wall_carries_out(id, organisation_id)));

-- The mail to whoever has the address names the organisation.
alter policy seen on organisation using (
    id = any ((select wall_principals())::uuid[]) or wall_oversees() or wall_system('registrar') or wall_system('mailer')
    or wall_invites_to(id));

-- Whoever has taken an invitation back may have its account shut, also when they administer nothing any more.
alter policy ordered on account_change with check (
    ordered_by = (select wall_person())
    and ((select wall_role('ADMIN'))
         or kind = 'INVITATION' and roles = 'CLIENT' and wall_administers(organisation_id)
         or kind = 'DISABLED' and (wall_administers_colleague(person_id) or wall_withdrew(person_id))));

grant select, delete on colleague_invitation to ${application-role};
grant insert (id, organisation_id, name, email, job_function, invited_by) on colleague_invitation to ${application-role};
grant update (withdrawn_by, withdrawn_at, shutting) on colleague_invitation to ${application-role};

alter table colleague_invitation enable row level security;

create policy seen on colleague_invitation for select to ${application-role} using (
    wall_administers(organisation_id) or withdrawn_by = (select wall_person())
    or (select wall_oversees() or wall_system('registrar') or wall_system('accounts')));

create policy invited on colleague_invitation for insert to ${application-role} with check (
    invited_by = (select wall_person()) and withdrawn_at is null and wall_administers(organisation_id));

-- Members of the organisation take back, administrators let in again, accounts notes what it has done.
create policy withdrawn on colleague_invitation for update to ${application-role}
    using (
        wall_administers(organisation_id) or withdrawn_by = (select wall_person())
        or (select wall_role('ADMIN') or wall_system('accounts')))
    with check (
        withdrawn_by = (select wall_person())
        or (select wall_role('ADMIN') or wall_system('accounts')));

-- It is over when the one who was invited signs in, or an administrator makes the owner of the address a member.
create policy over on colleague_invitation for delete to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('registrar')));

-- The link of an invitation names an account, and nothing in the realm ends it before its time. So an invitation that is sent again
-- makes the account anew, and the person goes over to it; nobody has signed in as either. For nothing else a person changes the account.
create function guard_person_account() returns trigger language plpgsql as $$
begin
    if current_user <> '${application-role}' or exists (
        select from account_change c where c.person_id = new.id and c.kind = 'MAIL' and c.state = 'RUNNING') then
        return new;
    end if;
    raise exception 'a person keeps the account';
end
$$;

create trigger person_account_guarded before update of subject on person
    for each row when (old.subject is distinct from new.subject) execute function guard_person_account();

grant update (subject) on person to ${application-role};
