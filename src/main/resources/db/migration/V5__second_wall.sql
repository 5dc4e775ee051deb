-- The second wall: the database repeats the rule of visibility by itself. It knows the caller from settings that live as
-- long as the transaction. Without them nothing is visible. The rule is worded anew here, on purpose: a mistake in the
-- application's wording must not be a mistake in both.

-- Begins a transaction in the name of a person. A transaction has one caller.
create function wall_enter(person uuid, roles text) returns void
    language plpgsql as $$
declare
    principals uuid[];
begin
    if coalesce(current_setting('sluis.person', true), '') || coalesce(current_setting('sluis.system', true), '') <> '' then
        raise exception 'this transaction has a caller already';
    end if;
    select array_agg(running.principal_id) into principals
    from membership running join person p on p.id = running.person_id
    where running.person_id = wall_enter.person and running.until is null and p.active;
    perform set_config('sluis.person', person::text, true),
            set_config('sluis.principals', coalesce(principals, '{}')::text, true),
            set_config('sluis.roles', roles, true);
end
$$;

-- Begins a transaction in the name of a part of the portal itself.
create function wall_enter_as(system text) returns void
    language plpgsql as $$
begin
    if coalesce(current_setting('sluis.person', true), '') || coalesce(current_setting('sluis.system', true), '') <> '' then
        raise exception 'this transaction has a caller already';
    end if;
    perform set_config('sluis.system', system, true);
end
$$;

create function wall_person() returns uuid language sql stable
    return nullif(current_setting('sluis.person', true), '')::uuid;

create function wall_principals() returns uuid[] language sql stable
    return coalesce(nullif(current_setting('sluis.principals', true), ''), '{}')::uuid[];

create function wall_role(role text) returns boolean language sql stable
    return role = any (string_to_array(coalesce(current_setting('sluis.roles', true), ''), ','));

create function wall_system(system text) returns boolean language sql stable
    return coalesce(current_setting('sluis.system', true), '') = system;

-- Whether the caller sent the document in: asked of the owner's view, since a policy may not ask the table it guards.
create function wall_sent(document uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from document d where d.id = wall_sent.document and d.uploader_id = wall_person())
$$;

-- Whether the document has just been entered by the caller: no version of it exists yet.
create function wall_entered(document uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select wall_sent(document) and not exists (
        select from document_version v where v.document_id = wall_entered.document)
$$;

-- The number of a document's next version; versions that the caller may not see count too.
create function next_version(document uuid) returns int
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(max(v.number), 0) + 1 from document_version v where v.document_id = next_version.document
$$;

alter table document enable row level security;
alter table document_version enable row level security;
alter table document_grant enable row level security;
alter table document_grant_history enable row level security;
alter table document_past enable row level security;

-- Sub-selects without a correlation run once a statement; those with a limit run per row and are never turned into a
-- walk over all of the caller's grants.

create policy seen on document_grant for select to ${application-role} using (
    principal_id = any ((select wall_principals())::uuid[])
    or (select wall_role('ADMIN') or wall_role('DPO'))
    or (select wall_system('sweeper')) and valid_until <= statement_timestamp()
    or (select wall_person()) is not null and wall_sent(document_id));

create policy given on document_grant for insert to ${application-role} with check (
    granted_by = (select wall_person())
    and ((select wall_role('ADMIN'))
         or principal_id = (select wall_person()) and principal_kind = 'PERSON' and wall_entered(document_id)));

create policy ended on document_grant for delete to ${application-role} using (
    (select wall_role('ADMIN'))
    or (select wall_system('sweeper')) and valid_until <= statement_timestamp());

create policy seen on document_grant_history for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_role('DPO')));

create policy kept on document_grant_history for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and ended_by = (select wall_person()) and ended_how in ('REPLACED', 'REVOKED', 'ERASED')
    or (select wall_system('sweeper')) and ended_how = 'EXPIRED' and valid_until <= statement_timestamp());

create policy seen on document_past for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_role('DPO')));

create policy seen on document for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (state in ('AVAILABLE', 'RECALLED') or state <> 'ERASED' and uploader_id = (select wall_person()))
       and (select true from document_grant g
            where g.document_id = document.id
              and g.principal_id = any ((select wall_principals())::uuid[])
              and g.valid_from <= statement_timestamp()
              and (g.valid_until is null or g.valid_until > statement_timestamp())
            limit 1));

create policy entered on document for insert to ${application-role} with check (
    uploader_id = (select wall_person()) and state = 'CHECKING');

-- A holder of the right to revise may lock a document, not change it.
create policy changed on document for update to ${application-role}
    using (
        (select wall_role('ADMIN') or wall_system('gate'))
        or uploader_id = (select wall_person())
        or (select true from document_grant g
            where g.document_id = document.id
              and g.principal_id = any ((select wall_principals())::uuid[])
              and g.access_right = 'REVISE'
            limit 1))
    with check (
        (select wall_role('ADMIN') or wall_system('gate'))
        or uploader_id = (select wall_person()));

create policy seen on document_version for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (state in ('AVAILABLE', 'RECALLED') or uploader_id = (select wall_person()))
       and (select true from document d where d.id = document_version.document_id limit 1));

create policy entered on document_version for insert to ${application-role} with check (
    uploader_id = (select wall_person()) and state = 'CHECKING'
    and (select true from document d where d.id = document_version.document_id limit 1)
    and (select true from document_grant g
         where g.document_id = document_version.document_id
           and g.principal_id = any ((select wall_principals())::uuid[])
           and g.access_right = 'REVISE'
           and g.valid_from <= statement_timestamp()
           and (g.valid_until is null or g.valid_until > statement_timestamp())
         limit 1));

create policy judged on document_version for update to ${application-role}
    using ((select wall_system('gate') or wall_role('ADMIN')))
    with check ((select wall_system('gate')) or (select wall_role('ADMIN')) and state = 'ERASED');

-- A document's state is the gate's to change; administrators may only withdraw.
create function guard_state() returns trigger language plpgsql as $$
begin
    if current_user = '${application-role}' and not wall_system('gate')
       and not (wall_role('ADMIN') and new.state = 'ERASED') then
        raise exception 'only the gate changes the state of a document';
    end if;
    return new;
end
$$;

create trigger document_state_guarded before update of state on document
    for each row when (old.state is distinct from new.state) execute function guard_state();
