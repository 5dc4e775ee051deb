-- The second wall: the database repeats the rule of visibility by itself. It knows the caller from settings that live as long as
-- the transaction; without them nothing is visible. The rule is worded anew here, on purpose: a mistake in the application's
-- wording must not be a mistake in both.
--
-- This is the one place of its policies and of the functions they stand on. Flyway carries it out after the versioned migrations,
-- and again whenever it has changed. No versioned migration after V25 has a policy; a new table has its own here, and a column that
-- a policy asks is changed together with this file.

-- All policies go and come in one transaction that has every table to itself, so nobody ever reads a table without them. The tables
-- are taken together or not at all: while a statement that was there first holds one of them, the others are left to the portals
-- that are at work, and after a minute of trying the start fails and nothing has changed.
do $$
declare
    tables constant text := (
        select string_agg(cast(c.oid as regclass)::text, ', ' order by c.relname) from pg_class c
        where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r'
          and (c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid)));
    policy record;
begin
    perform set_config('lock_timeout', '500ms', true);
    for attempt in 1..60 loop
        begin
            execute 'lock table ' || tables || ' in access exclusive mode';
            exit;
        exception when lock_not_available or deadlock_detected then
            if attempt = 60 then
                raise;
            end if;
        end;
        perform pg_sleep(0.5);
    end loop;
    for policy in
        select p.polname, cast(p.polrelid as regclass) as guarded from pg_policy p join pg_class c on c.oid = p.polrelid
        where c.relnamespace = cast('public' as regnamespace)
    loop
        execute format('drop policy %I on %s', policy.polname, policy.guarded);
    end loop;
end
$$;

-- Who the caller is, and what the policies ask.

-- Begins a transaction in the name of a person. A transaction has one caller. Their names (their own, their organisation's, their
-- teams') are read in their name, so the caller comes first.
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

-- Begins a transaction in the name of a part of the portal itself.
create or replace function wall_enter_as(system text) returns void
    language plpgsql as $$
begin
    if coalesce(current_setting('sluis.person', true), '') || coalesce(current_setting('sluis.system', true), '') <> '' then
        raise exception 'this transaction has a caller already';
    end if;
    perform set_config('sluis.system', system, true);
end
$$;

create or replace function wall_person() returns uuid language sql stable
    return nullif(current_setting('sluis.person', true), '')::uuid;

create or replace function wall_principals() returns uuid[] language sql stable
    return coalesce(nullif(current_setting('sluis.principals', true), ''), '{}')::uuid[];

create or replace function wall_role(role text) returns boolean language sql stable
    return role = any (string_to_array(coalesce(current_setting('sluis.roles', true), ''), ','));

create or replace function wall_system(system text) returns boolean language sql stable
    return coalesce(current_setting('sluis.system', true), '') = system;

create or replace function wall_oversees() returns boolean
    language plpgsql stable as $$
begin
    return wall_role('ADMIN') or wall_role('DPO');
end
$$;

-- Whether the caller sent the document in: asked of the owner's view, since a policy may not ask the table it guards.
create or replace function wall_sent(document uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from document d where d.id = wall_sent.document and d.uploader_id = wall_person())
$$;

-- Whether the document has just been entered by the caller: no version of it exists yet.
create or replace function wall_entered(document uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select wall_sent(document) and not exists (
        select from document_version v where v.document_id = wall_entered.document)
$$;

create or replace function wall_sent_version(version uuid) returns boolean
    language sql stable
    return exists (
        select from document_version v where v.id = wall_sent_version.version and v.uploader_id = wall_person());

-- Whether the caller sent that version and it was refused: asked of the owner's view, since a policy may not ask the table it
-- guards.
create or replace function wall_refused(document uuid, number int, hash text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from document_version v
        where v.document_id = wall_refused.document and v.number = wall_refused.number and v.sha256 = wall_refused.hash
          and v.state = 'REJECTED' and v.uploader_id = wall_person())
$$;

create or replace function wall_shows_grant(document uuid, valid_until timestamptz) returns boolean
    language plpgsql stable as $$
begin
    return wall_role('ADMIN') or wall_role('DPO')
        or wall_system('sweeper') and valid_until <= statement_timestamp()
        or wall_person() is not null and wall_sent(document);
end
$$;

-- Whether the caller has consented to release the version since it was recalled.
create or replace function wall_reinstated(version uuid, since timestamptz) returns boolean
    language sql stable
    return exists (
        select from reinstatement r
        where r.version_id = wall_reinstated.version and r.consented_by = wall_person() and r.consented_at >= since);

-- Who could be sitting in an account: its owner, who lately made it or gave it a role, its address or a new second factor, who
-- lately did so with the account of one of these, and so on. However long that goes on, and also where it goes round, everybody is
-- looked at once.
create or replace function wall_origins(account uuid) returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    with recursive origin(id) as (
        select account
        union
        select c.ordered_by
        from origin join account_change c on c.person_id = origin.id
        where c.kind in ('INVITATION', 'ROLES', 'ADDRESS', 'SECOND_FACTOR') and not c.takes_only and wall_lately(c))
    select array_agg(id) from origin
$$;

-- Whether nobody could be sitting in the accounts of both, neither one of the two nor a third. Of one and the same nothing is said:
-- that a proposal is not one's own is asked elsewhere.
create or replace function wall_independent(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select one = other or not wall_origins(one) && wall_origins(other)
$$;

-- It looked one step back, for the function above as it was.
drop function if exists wall_behind(uuid[]);

-- Whether the caller administers that organisation: asked of the owner's view, since a policy may not ask the table it guards.
create or replace function wall_administers(organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return organisation is not null and wall_role('CLIENT') and exists (
        select from person p
        where p.id = wall_person() and p.active and p.organisation_administrator
          and p.organisation_id = wall_administers.organisation);
end
$$;

-- Whether the caller may shut that person out for their organisation.
create or replace function wall_administers_colleague(person uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from person p
        where p.id = wall_administers_colleague.person and not p.employee and wall_administers(p.organisation_id));
end
$$;

-- Whether a change that the caller was allowed to order runs at the account of that person, as a member of that organisation:
-- the realm has been asked, so its outcome is entered also when the caller could not order it again by now. A change of which nobody
-- learns is carried out by accounts. The organisation of a change counts where it says whose member somebody becomes.
create or replace function wall_carries_out(person uuid, organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from account_change c left join person p on p.id = c.person_id
        where c.state = 'RUNNING' and c.person_id = wall_carries_out.person
          and case when c.unseen then wall_system('accounts') else c.ordered_by = wall_person() end
          and case when c.kind in ('INVITATION', 'JOINED') then c.organisation_id else p.organisation_id end
              = wall_carries_out.organisation);
end
$$;

-- The same of an invitation: the account is to name the organisation.
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

-- Whether the person was invited to that organisation by its own people and has not signed in yet.
create or replace function wall_awaits(person uuid, organisation uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from colleague_invitation i
        where i.id = wall_awaits.person and i.organisation_id = wall_awaits.organisation);
end
$$;

-- Whether the caller has taken back the invitation of that person.
create or replace function wall_withdrew(person uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from colleague_invitation i
        where i.id = wall_withdrew.person and i.withdrawn_by = wall_person());
end
$$;

-- One question of rows that are not one's own, as for grants.
create or replace function wall_shows_person(person uuid, organisation uuid) returns boolean
    language plpgsql stable as $$
begin
    return wall_oversees() or wall_system('registrar') or wall_system('accounts') or wall_system('mailer')
        or wall_administers(organisation) and not wall_awaits(person, organisation)
        or wall_carries_out(person, organisation);
end
$$;

-- Sub-selects without a correlation run once a statement; those with a limit run per row and are never turned into a walk over all
-- of the caller's grants.

-- The tables that decide who a caller is. A person reads the own row, own memberships, own organisation and own teams.
-- Administrators and the data protection officer read all, since they oversee it. Whoever administers an organisation reads its
-- members. Three parts of the portal do without a person: the registrar, who makes accounts known when they sign in; accounts, which
-- compares the realm's with persons and finds out in whose name a change that broke off goes on; and the mailer, who finds out whom
-- mails go to.

alter table person enable row level security;

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
        or id is distinct from (select wall_person()) and not employee
           and (wall_administers(organisation_id) or wall_carries_out(id, organisation_id)));

-- What rental companies tell of their members: the person, administrators and the data protection officer.

alter table person_rental enable row level security;

create policy seen on person_rental for select to ${application-role} using (
    person_id = (select wall_person()) or (select wall_oversees()));

create policy kept on person_rental to ${application-role}
    using ((select wall_role('ADMIN')))
    with check ((select wall_role('ADMIN')));

-- When people last signed in: the registrar notes it, administrators read it.

alter table last_sign_in enable row level security;

create policy seen on last_sign_in for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('registrar')));

create policy noted on last_sign_in for insert to ${application-role} with check ((select wall_system('registrar')));

create policy moved on last_sign_in for update to ${application-role}
    using ((select wall_system('registrar'))) with check ((select wall_system('registrar')));

alter table membership enable row level security;

create policy seen on membership for select to ${application-role} using (
    person_id = (select wall_person()) or wall_oversees());

create policy joined on membership for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and kind = 'TEAM');

create policy left_team on membership for update to ${application-role}
    using ((select wall_role('ADMIN')) and kind = 'TEAM')
    with check ((select wall_role('ADMIN')) and kind = 'TEAM');

alter table organisation enable row level security;

create policy seen on organisation for select to ${application-role} using (
    id = any ((select wall_principals())::uuid[]) or wall_oversees() or wall_system('registrar') or wall_system('mailer')
    or wall_invites_to(id));

create policy founded on organisation for insert to ${application-role} with check (
    (select wall_role('ADMIN') or wall_system('registrar')));

-- Whoever administers an organisation may lock it, not change it: two who invite at once are counted one after the other.
create policy changed on organisation for update to ${application-role}
    using ((select wall_role('ADMIN')) or wall_administers(id)) with check ((select wall_role('ADMIN')));

alter table team enable row level security;

create policy seen on team for select to ${application-role} using (
    id = any ((select wall_principals())::uuid[]) or wall_oversees());

create policy founded on team for insert to ${application-role} with check ((select wall_role('ADMIN')));

-- Changes of accounts. Whose row a change opens to whoever ordered it, only those order who may: administrators, and whoever
-- administers an organisation, new members and the end of old ones. These also count what other members have invited.

alter table account_change enable row level security;

create policy seen on account_change for select to ${application-role} using (
    ordered_by = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO') or wall_system('accounts'))
    or wall_administers(organisation_id));

create policy ordered on account_change for insert to ${application-role} with check (
    ordered_by = (select wall_person())
    and ((select wall_role('ADMIN'))
         or kind = 'INVITATION' and roles = 'CLIENT' and wall_administers(organisation_id)
         or kind = 'DISABLED' and (wall_administers_colleague(person_id) or wall_withdrew(person_id))));

create policy went_on on account_change for update to ${application-role}
    using (ordered_by = (select wall_person()) or (select wall_role('ADMIN') or wall_system('accounts')));

-- Whom organisations have invited by themselves. Where the person turns out to be known by another identifier, accounts moves the
-- invitation there.

alter table colleague_invitation enable row level security;

create policy seen on colleague_invitation for select to ${application-role} using (
    wall_administers(organisation_id) or withdrawn_by = (select wall_person())
    or (select wall_oversees() or wall_system('registrar') or wall_system('accounts')));

create policy invited on colleague_invitation for insert to ${application-role} with check (
    withdrawn_at is null
    and (invited_by = (select wall_person()) and wall_administers(organisation_id)
         or (select wall_system('accounts')) and wall_carries_out(id, organisation_id)));

-- Members of the organisation take back, administrators let in again, accounts notes what it has done.
create policy withdrawn on colleague_invitation for update to ${application-role}
    using (
        wall_administers(organisation_id) or withdrawn_by = (select wall_person())
        or (select wall_role('ADMIN') or wall_system('accounts')))
    with check (
        withdrawn_by = (select wall_person())
        or (select wall_role('ADMIN') or wall_system('accounts')));

-- It is over when the one who was invited signs in, or an administrator makes the owner of the address a member, or the person
-- turns out to be known by another identifier.
create policy over on colleague_invitation for delete to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('registrar') or wall_system('accounts')));

alter table directory_comparison enable row level security;

create policy compared on directory_comparison to ${application-role}
    using ((select wall_system('accounts') or wall_role('ADMIN')))
    with check ((select wall_system('accounts')));

alter table directory_seen enable row level security;

create policy met on directory_seen to ${application-role}
    using ((select wall_system('accounts'))) with check ((select wall_system('accounts')));

alter table directory_drift enable row level security;

create policy found on directory_drift to ${application-role}
    using ((select wall_system('accounts') or wall_role('ADMIN')))
    with check ((select wall_system('accounts')));

-- Grants. Of the four ways to see one only the first is common: one's own. The others are one question, asked of rows that are not
-- one's own.

alter table document_grant enable row level security;

create policy seen on document_grant for select to ${application-role} using (
    principal_id = any ((select wall_principals())::uuid[]) or wall_shows_grant(document_id, valid_until));

create policy given on document_grant for insert to ${application-role} with check (
    granted_by = (select wall_person())
    and ((select wall_role('ADMIN'))
         or principal_id = (select wall_person()) and principal_kind = 'PERSON' and wall_entered(document_id)));

create policy ended on document_grant for delete to ${application-role} using (
    (select wall_role('ADMIN'))
    or (select wall_system('sweeper')) and valid_until <= statement_timestamp());

alter table document_grant_history enable row level security;

create policy seen on document_grant_history for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_role('DPO')));

create policy kept on document_grant_history for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and ended_by = (select wall_person()) and ended_how in ('REPLACED', 'REVOKED', 'ERASED')
    or (select wall_system('sweeper')) and ended_how = 'EXPIRED' and valid_until <= statement_timestamp());

-- Documents and versions. A document's grants are looked up by who holds them, one look for each name the caller acts in. As a
-- condition on the document with a list of names, the planner read every grant of the document, and so the cost of a list grew with
-- what others may see. The rescanner sees what passed the gate, knows which versions are on their way through it, and may withdraw.

alter table document enable row level security;

create policy seen on document for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (select wall_system('rescanner')) and state in ('AVAILABLE', 'RECALLED')
    or (select wall_system('indexer')) and state = 'AVAILABLE'
    or (state in ('AVAILABLE', 'RECALLED') or state <> 'ERASED' and uploader_id = (select wall_person()))
       and (select true
            from unnest((select wall_principals())) as name(id)
            cross join lateral (
                select from document_grant g
                where g.principal_id = name.id
                  and g.document_id = document.id
                  and g.valid_from <= statement_timestamp()
                  and (g.valid_until is null or g.valid_until > statement_timestamp())
                limit 1) held
            limit 1));

create policy entered on document for insert to ${application-role} with check (
    uploader_id = (select wall_person()) and state = 'CHECKING');

-- A holder of the right to revise may lock a document, not change it.
create policy changed on document for update to ${application-role}
    using (
        (select wall_role('ADMIN') or wall_system('gate') or wall_system('rescanner'))
        or uploader_id = (select wall_person())
        or (select true
            from unnest((select wall_principals())) as name(id)
            cross join lateral (
                select from document_grant g
                where g.principal_id = name.id and g.document_id = document.id and g.access_right = 'REVISE'
                limit 1) held
            limit 1))
    with check (
        (select wall_role('ADMIN') or wall_system('gate'))
        or (select wall_system('rescanner')) and state = 'RECALLED'
        or uploader_id = (select wall_person()));

alter table document_version enable row level security;

create policy seen on document_version for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (select wall_system('rescanner')) and state in ('CHECKING', 'AVAILABLE', 'RECALLED')
    or (select wall_system('indexer')) and state = 'AVAILABLE'
    or (state in ('AVAILABLE', 'RECALLED') or uploader_id = (select wall_person()))
       and (select true from document d where d.id = document_version.document_id limit 1));

create policy entered on document_version for insert to ${application-role} with check (
    uploader_id = (select wall_person()) and state = 'CHECKING'
    and (select true from document d where d.id = document_version.document_id limit 1)
    and (select true
         from unnest((select wall_principals())) as name(id)
         cross join lateral (
             select from document_grant g
             where g.principal_id = name.id
               and g.document_id = document_version.document_id
               and g.access_right = 'REVISE'
               and g.valid_from <= statement_timestamp()
               and (g.valid_until is null or g.valid_until > statement_timestamp())
             limit 1) held
         limit 1));

-- Nobody says of a version that the portal made it where there is nothing it could be made of.
create policy made_of_a_refused_one on document_version as restrictive for insert to ${application-role} with check (
    made_from is null or wall_refused(document_id, made_from, made_from_hash));

create policy judged on document_version for update to ${application-role}
    using ((select wall_system('gate') or wall_system('rescanner') or wall_role('ADMIN')))
    with check (
        (select wall_system('gate'))
        or (select wall_system('rescanner')) and state = 'RECALLED'
        or (select wall_role('ADMIN'))
           and (state = 'ERASED'
                or state = 'CHECKING'
                or state in ('REJECTED', 'RECALLED') and wrapped_key is null
                or state = 'AVAILABLE' and wall_reinstated(id, '-infinity')));

-- The words of contents: for who may see the content, by a grant, and for nobody by a role. The indexer fills in what a trigger has
-- entered; it cannot make a row, nor remove one.

alter table document_words enable row level security;

create policy seen on document_words for select to ${application-role} using (
    (select wall_system('indexer'))
    or (select true
        from unnest((select wall_principals())) as name(id)
        cross join lateral (
            select from document_grant g
            where g.principal_id = name.id
              and g.document_id = document_words.document_id
              and g.valid_from <= statement_timestamp()
              and (g.valid_until is null or g.valid_until > statement_timestamp())
            limit 1) held
        limit 1));

create policy taken on document_words for update to ${application-role} using ((select wall_system('indexer')));

alter table document_past enable row level security;

create policy seen on document_past for select to ${application-role} using (
    (select wall_role('ADMIN') or wall_role('DPO')));

-- What is scanned again, and what two administrators release or a sender asks to be looked at again. Nobody lifts a rule for what
-- they sent in themselves, and nobody consents for somebody in whose account they, or who has had a hand in theirs.

alter table rescan enable row level security;

create policy queued on rescan to ${application-role}
    using ((select wall_system('rescanner') or wall_role('ADMIN')))
    with check ((select wall_system('rescanner') or wall_role('ADMIN')));

alter table rescan_round enable row level security;

create policy counted on rescan_round to ${application-role}
    using ((select wall_system('rescanner') or wall_role('ADMIN')))
    with check ((select wall_system('rescanner') or wall_role('ADMIN')));

alter table reinstatement enable row level security;

create policy seen on reinstatement for select to ${application-role} using (
    (select wall_system('rescanner') or wall_system('gate') or wall_role('ADMIN')));

create policy proposed on reinstatement for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and proposed_by = (select wall_person())
    and consented_by is null and declined_by is null
    and (rule is null or not wall_sent_version(version_id)));

create policy answered on reinstatement for update to ${application-role}
    using ((select wall_role('ADMIN')) and consented_by is null and declined_by is null)
    with check (
        (select wall_role('ADMIN'))
        and (consented_by = (select wall_person()) and wall_independent(proposed_by, consented_by)
             and (rule is null or not wall_sent_version(version_id))
             or declined_by = (select wall_person())));

alter table second_look enable row level security;

create policy seen on second_look for select to ${application-role} using (
    asked_by = (select wall_person())
    or (select wall_role('ADMIN') or wall_system('gate')));

create policy asked on second_look for insert to ${application-role} with check (
    asked_by = (select wall_person()) and answer is null
    and (select true from document_version v
         where v.id = version_id and v.uploader_id = (select wall_person())
           and v.state = 'REJECTED' and v.wrapped_key is not null limit 1));

create policy answered on second_look for update to ${application-role}
    using (answer is null
           and (asked_by = (select wall_person()) or (select wall_role('ADMIN') or wall_system('gate'))))
    with check (
        answer = 'WITHDRAWN' and asked_by = (select wall_person())
        or answer in ('LIFTED', 'DECLINED') and (select wall_role('ADMIN'))
           and answered_by = (select wall_person()) and asked_by <> (select wall_person())
        or answer = 'EXPIRED' and (select wall_system('gate')));

-- An upload in pieces is its sender's alone, and so is the key of a request made once; what is over is the sweeper's.

alter table resumable_upload enable row level security;

create policy own on resumable_upload to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

create policy over on resumable_upload to ${application-role} using (
    (select wall_system('sweeper')) and expires_at <= statement_timestamp());

alter table idempotent_request enable row level security;

create policy own on idempotent_request to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

create policy over on idempotent_request to ${application-role} using (
    (select wall_system('sweeper')) and made_at < statement_timestamp() - interval '24 hours');

-- The trail: everybody writes for themselves, the portal's own parts for nobody.

alter table audit_entry enable row level security;

create policy written on audit_entry for insert to ${application-role} with check (
    actor_id = wall_person()
    or actor_id is null and coalesce(current_setting('sluis.system', true), '') <> '');

create policy seen on audit_entry for select to ${application-role} using (
    actor_id = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO')));

alter table document_recipient enable row level security;

create policy seen on document_recipient for select to ${application-role} using (
    person_id = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO') or wall_system('rescanner')));

-- What somebody has looked at is entered by themselves, and nobody else is told.

alter table document_seen enable row level security;

create policy own on document_seen to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

-- News is its reader's alone: who gives and revokes tells them, as do the gate and the mailer, and neither reads what others were told.
-- What is older than people look back is the mailer's to remove.

alter table news enable row level security;

create policy seen on news for select to ${application-role} using (person_id = (select wall_person()));

create policy read on news for update to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

create policy told on news for insert to ${application-role} with check (
    read_at is null
    and ((select wall_role('ADMIN')) and kind in ('NEW_FOR_YOU', 'ENDED')
         or (select wall_system('gate')) and kind in ('NEW_VERSION', 'REFUSED')
         or (select wall_system('mailer')) and kind in ('NEW_FOR_YOU', 'ENDING')));

create policy old on news to ${application-role} using (
    (select wall_system('mailer')) and at < statement_timestamp() - interval '90 days');

-- How often somebody wants to hear news is their own affair.

alter table mail_rhythm enable row level security;

create policy own on mail_rhythm to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));
