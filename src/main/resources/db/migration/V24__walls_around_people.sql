-- The second wall around the tables that decide who a caller is: persons, in whose name they act, organisations and teams.
-- A person reads the own row, own memberships, own organisation and own teams. Administrators and the data protection officer
-- read all, since they oversee it. Whoever administers an organisation reads its members. Three parts of the portal do without a
-- person: the registrar, who makes accounts known when they sign in; accounts, which compares the realm's with persons and finds
-- out in whose name a change that broke off goes on; and the mailer, who finds out whom mails go to.

-- The caller's names are read in the caller's name, so the caller comes first.
create or replace function wall_enter(person uuid, roles text) returns void
    language plpgsql as $$
declare
    principals uuid[];
begin
    if coalesce(current_setting('sluis.person', true), '') || coalesce(current_setting('sluis.system', true), '') <> '' then
        raise exception 'this transaction has a caller already';
    end if;
    perform set_config('sluis.person', person::text, true),
            set_config('sluis.roles', roles, true);
    select array_agg(running.principal_id) into principals
    from membership running join person p on p.id = running.person_id
    where running.person_id = wall_enter.person and running.until is null and p.active;
    perform set_config('sluis.principals', coalesce(principals, '{}')::text, true);
end
$$;

-- Whether somebody entered, in whatever name; to others than the application's role the wall does not apply.
create function wall_is_entered() returns boolean
    language plpgsql stable as $$
begin
    return session_user <> '${application-role}'
        or coalesce(current_setting('sluis.person', true), '') || coalesce(current_setting('sluis.system', true), '') <> '';
end
$$;

create function wall_oversees() returns boolean
    language plpgsql stable as $$
begin
    return wall_role('ADMIN') or wall_role('DPO');
end
$$;

-- Whether the caller administers that organisation: asked of the owner's view, since a policy may not ask the table it guards.
create function wall_administers(organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return organisation is not null and wall_role('CLIENT') and exists (
        select from person p
        where p.id = wall_person() and p.active and p.organisation_administrator
          and p.organisation_id = wall_administers.organisation);
end
$$;

-- Whether the caller may shut that person out for their organisation.
create function wall_administers_colleague(person uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from person p
        where p.id = wall_administers_colleague.person and not p.employee and wall_administers(p.organisation_id));
end
$$;

-- Whether a change that the caller was allowed to order runs at the account of that person, as a member of that organisation:
-- the realm has been asked, so its outcome is entered also when the caller could not order it again by now.
create function wall_carries_out(person uuid, organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from account_change c left join person p on p.id = c.person_id
        where c.state = 'RUNNING' and c.person_id = wall_carries_out.person and c.ordered_by = wall_person()
          and coalesce(c.organisation_id, p.organisation_id) = wall_carries_out.organisation);
end
$$;

-- The same of an invitation: the account is to name the organisation.
create function wall_invites_to(organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from account_change c
        where c.state = 'RUNNING' and c.kind = 'INVITATION' and c.ordered_by = wall_person()
          and c.organisation_id = wall_invites_to.organisation);
end
$$;

-- One question of rows that are not one's own, as for grants.
create function wall_shows_person(person uuid, organisation uuid) returns boolean
    language plpgsql stable as $$
begin
    return wall_oversees() or wall_system('registrar') or wall_system('accounts') or wall_system('mailer')
        or wall_administers(organisation) or wall_carries_out(person, organisation);
end
$$;

alter table person enable row level security;
alter table membership enable row level security;
alter table organisation enable row level security;
alter table team enable row level security;

create policy seen on person for select to ${application-role} using (
    id = (select wall_person()) or wall_shows_person(id, organisation_id));

create policy entered on person for insert to ${application-role} with check (
    (select wall_role('ADMIN') or wall_system('registrar'))
    or not employee and (wall_administers(organisation_id) or wall_carries_out(id, organisation_id)));

-- A person may lock the own row, not change it.
create policy changed on person for update to ${application-role}
    using (
        id = (select wall_person())
        or (select wall_role('ADMIN') or wall_system('registrar'))
        or not employee and (wall_administers(organisation_id) or wall_carries_out(id, organisation_id)))
    with check (
        (select wall_role('ADMIN') or wall_system('registrar'))
        or id <> (select wall_person()) and not employee
           and (wall_administers(organisation_id) or wall_carries_out(id, organisation_id)));

create policy seen on membership for select to ${application-role} using (
    person_id = (select wall_person()) or wall_oversees());

create policy joined on membership for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and kind = 'TEAM');

create policy left_team on membership for update to ${application-role}
    using ((select wall_role('ADMIN')) and kind = 'TEAM')
    with check ((select wall_role('ADMIN')) and kind = 'TEAM');

create policy seen on organisation for select to ${application-role} using (
    id = any ((select wall_principals())::uuid[]) or wall_oversees() or wall_system('registrar') or wall_invites_to(id));

create policy founded on organisation for insert to ${application-role} with check (
    (select wall_role('ADMIN') or wall_system('registrar')));

-- Whoever administers an organisation may lock it, not change it: two who invite at once are counted one after the other.
create policy changed on organisation for update to ${application-role}
    using ((select wall_role('ADMIN')) or wall_administers(id)) with check ((select wall_role('ADMIN')));

create policy seen on team for select to ${application-role} using (
    id = any ((select wall_principals())::uuid[]) or wall_oversees());

create policy founded on team for insert to ${application-role} with check ((select wall_role('ADMIN')));

-- To which account a person belongs, and under which key the realm knows an organisation, never changes.
revoke update on person, organisation from ${application-role};
grant update (name, email, language, employee, organisation_id, active, roles, title, job_function, phone, mobile,
              birth_date, licence_plate, training_certificate, contact_roles, organisation_administrator, account_changed_at)
    on person to ${application-role};
grant update (name, type, street, postal_code, city, country, vat_number, phone) on organisation to ${application-role};

-- Whose row a change of an account opens to whoever ordered it, only those order who may: administrators, and whoever administers
-- an organisation, new members and the end of old ones. These also count what other members have invited.
alter policy ordered on account_change with check (
    ordered_by = (select wall_person())
    and ((select wall_role('ADMIN'))
         or kind = 'INVITATION' and roles = 'CLIENT' and wall_administers(organisation_id)
         or kind = 'DISABLED' and wall_administers_colleague(person_id)));

alter policy seen on account_change using (
    ordered_by = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO') or wall_system('accounts'))
    or wall_administers(organisation_id));

-- What others see of persons whose identifiers they were given, with documents or grants: labels, and nothing else of the
-- rows. Nobody goes through all persons this way. Asked once for a whole page: a question for each row costs as much again
-- as the page.
create function person_labels(persons uuid[])
    returns table (id uuid, name text, email text, employee boolean, organisation_id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
        select p.id, p.name, p.email, p.employee, p.organisation_id from person p
        where p.id = any (persons) and wall_is_entered();
end
$$;

-- The same for whatever holds grants.
create function principal_labels(principals uuid[]) returns table (id uuid, kind text, name text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
        select p.id, 'PERSON', p.name from person p where p.id = any (principals) and wall_is_entered()
        union all
        select o.id, 'ORGANISATION', o.name from organisation o where o.id = any (principals) and wall_is_entered()
        union all
        select t.id, 'TEAM', t.name from team t where t.id = any (principals) and wall_is_entered();
end
$$;

-- To whom mails for everybody of a role go. Whoever causes such a mail learns no more than how many there are.
create function persons_last_seen_as(role text) returns table (id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
        select p.id from person p
        where p.active and role = any (string_to_array(p.roles, ','))
        order by p.id;
end
$$;
