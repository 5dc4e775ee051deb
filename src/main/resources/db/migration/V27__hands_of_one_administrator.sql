-- What one administrator could do alone by preparing it: shut the others out first, so that nobody has to be asked; have accounts made
-- that look like several people; release what they sent in. And what a member could order in words that only administrators use.

-- Whether a change takes the role of an administrator away. Person rows forget what somebody was.
alter table account_change add column takes_admin boolean not null default false;

create index account_change_takes_admin on account_change (person_id) where takes_admin;

-- An organisation is named where somebody comes to it or leaves it, and nowhere else: it opens rows to whoever ordered the change.
alter table account_change
    add check (organisation_id is null or kind in ('INVITATION', 'JOINED', 'LEFT'));

-- Whether a change was carried out lately.
create function wall_lately(change account_change) returns boolean
    language sql stable
    return change.state in ('RUNNING', 'DONE')
        and coalesce(change.consented_at, change.ordered_at) > clock_timestamp() - interval '90 days';

create function wall_was_seen_as(person uuid, role text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (
        select from person p
        where p.id = wall_was_seen_as.person and role = any (string_to_array(p.roles, ',')));
end
$$;

-- Who had a hand in any of these accounts lately: who made it, gave it its roles, its address or a new second factor could be
-- sitting behind it.
create function wall_behind(accounts uuid[]) returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct c.ordered_by), '{}')
    from account_change c
    where c.person_id = any (accounts) and c.kind in ('INVITATION', 'ROLES', 'ADDRESS', 'SECOND_FACTOR') and wall_lately(c)
$$;

-- How many administrators there are or were until lately. Whoever has been shut out counts as long as the role is theirs, and
-- whoever has lost the role for a while: else one could shut out the others and be the only one.
create function wall_administrators() returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from person p
    where 'ADMIN' = any (string_to_array(p.roles, ','))
       or exists (select from account_change c where c.person_id = p.id and c.takes_admin and wall_lately(c))
$$;

-- Whether a change needs a second administrator: it makes an employee, gives a hold on one's account, or lets one in again, and
-- there are two.
create or replace function wall_needs_consent(kind text, person uuid, roles text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select case
            when kind = 'INVITATION' then string_to_array(roles, ',') && array['INSPECTOR', 'ADMIN', 'DPO']
            when kind = 'ROLES' then exists (
                select from unnest(string_to_array(roles, ',')) wanted(role)
                where wanted.role <> 'CLIENT' and not wanted.role = any (
                    select unnest(string_to_array(p.roles, ',')) from person p where p.id = wall_needs_consent.person))
            when kind in ('ADDRESS', 'SECOND_FACTOR', 'ENABLED') then exists (
                select from person p where p.id = wall_needs_consent.person and p.employee)
            else false
        end
        and wall_administrators() >= 2
$$;

-- That it takes the role away is found out here, at the order and again at the consent. An invitation is of the person who came of
-- it, also when that person signed in before the outcome was written and was entered then, later than the one foreseen.
create or replace function guard_account_change() returns trigger language plpgsql as $$
declare
    wanted constant text[] := array['given_name', 'family_name', 'email', 'language', 'title', 'job_function', 'phone',
                                    'mobile', 'roles', 'organisation_id'];
    progress constant text[] := array['state', 'ended_by', 'ended_at', 'attempts', 'next_attempt_at'];
    consent constant text[] := array['consented_by', 'consented_at', 'state', 'next_attempt_at', 'attempts'];
begin
    if current_user <> '${application-role}' then
        return new;
    end if;
    if tg_op = 'INSERT'
       and new.ordered_by = wall_person() and new.consented_by is null and new.ended_at is null
       and (new.state = 'PROPOSED' and wall_role('ADMIN')
            or new.state = 'RUNNING' and not wall_needs_consent(new.kind, new.person_id, new.roles))
       or tg_op = 'UPDATE'
       and old.state = 'PROPOSED' and new.state = 'RUNNING' and wall_role('ADMIN')
       and new.consented_by = wall_person() and wall_independent(new.ordered_by, new.consented_by)
       and to_jsonb(new) - consent = to_jsonb(old) - consent then
        new.takes_admin := new.kind = 'ROLES' and wall_was_seen_as(new.person_id, 'ADMIN')
            and not 'ADMIN' = any (string_to_array(coalesce(new.roles, ''), ','));
        return new;
    end if;
    if tg_op = 'UPDATE'
       and (old.state = 'PROPOSED' and new.state = 'DECLINED' and wall_role('ADMIN') and new.ended_by = wall_person()
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted
            or old.state = 'RUNNING' and new.state = 'RUNNING'
            and to_jsonb(new) - progress = to_jsonb(old) - progress
            or old.state = 'RUNNING' and new.state = 'RUNNING' and old.kind = 'INVITATION'
            and (wall_role('ADMIN') or wall_system('accounts')) and new.person_id > old.person_id
            and to_jsonb(new) - 'person_id'::text = to_jsonb(old) - 'person_id'::text
            or old.state = 'RUNNING' and new.state in ('DONE', 'FAILED')
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted) then
        return new;
    end if;
    raise exception 'this change of an account is not the caller''s to make';
end
$$;

-- To whom mails about employees' accounts go besides those who have the role: administrators who were shut out lately. Whoever
-- shuts the others out does not act unseen by it.
create function administrators_shut_out_lately() returns table (id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
        select p.id from person p
        where not p.active and 'ADMIN' = any (string_to_array(p.roles, ','))
          and exists (select from account_change c where c.person_id = p.id and c.kind = 'DISABLED' and wall_lately(c))
        order by p.id;
end
$$;

-- What a member, who administers an organisation, makes of a person's row: the client they have invited, as they were invited,
-- and somebody shut out. Asked after the policies, which say whose rows those are.
create function guard_person() returns trigger language plpgsql as $$
declare
    shut_out constant text[] := array['active', 'account_changed_at'];
begin
    if current_user <> '${application-role}' or wall_role('ADMIN')
       or coalesce(current_setting('sluis.system', true), '') <> ''
       or tg_op = 'INSERT' and new.active and not new.employee and not new.organisation_administrator and exists (
            select from account_change c
            where c.state = 'RUNNING' and c.kind = 'INVITATION' and c.person_id = new.id and c.ordered_by = wall_person()
              and c.roles = new.roles and c.organisation_id = new.organisation_id)
       or tg_op = 'UPDATE' and (not new.active or old.active)
          and to_jsonb(new) - shut_out = to_jsonb(old) - shut_out then
        return new;
    end if;
    raise exception 'members invite clients and shut them out, and change nothing else of a person';
end
$$;

create trigger person_guarded after insert or update on person for each row execute function guard_person();

-- Nobody decides on what they sent in themselves, whether a rule refused it or a scanner recalled it.
create function guard_reinstatement() returns trigger language plpgsql as $$
begin
    if current_user <> '${application-role}' or not wall_sent_version(new.version_id)
       or tg_op = 'UPDATE' and new.consented_by is null then
        return new;
    end if;
    raise exception 'who sent a file in does not decide that it is harmless';
end
$$;

create trigger reinstatement_guarded after insert or update on reinstatement
    for each row execute function guard_reinstatement();

create or replace function guard_version() returns trigger language plpgsql as $$
declare
    verdict constant text[] := array['state', 'reason', 'signature', 'scanner', 'decided_at', 'revision'];
    refusal constant text[] := array['rule', 'member', 'detected', 'evidence', 'expected', 'page', 'part', 'subject',
                                     'sealed_until', 'attempts', 'next_attempt_at', 'waiting_since', 'fault'];
begin
    if current_user <> '${application-role}'
       or wall_system('gate')
          and (new.state = old.state or old.state = 'CHECKING' and new.state in ('AVAILABLE', 'REJECTED'))
       or wall_system('rescanner') and old.state = 'AVAILABLE' and new.state = 'RECALLED'
          and to_jsonb(new) - verdict = to_jsonb(old) - verdict
       or wall_role('ADMIN') and new.state = 'ERASED'
       or wall_role('ADMIN') and old.state = 'CHECKING' and new.state = 'CHECKING'
          and to_jsonb(new) - 'next_attempt_at' = to_jsonb(old) - 'next_attempt_at'
       or wall_role('ADMIN') and old.state = 'CHECKING' and new.state = 'REJECTED'
          and new.reason = 'discarded' and new.wrapped_key is null
       or wall_role('ADMIN') and old.state in ('RECALLED', 'REJECTED') and new.state = old.state
          and new.wrapped_key is null
          and to_jsonb(new) - array['wrapped_key', 'revision'] = to_jsonb(old) - array['wrapped_key', 'revision']
       or wall_role('ADMIN') and old.state = 'REJECTED' and new.state = 'CHECKING' and old.wrapped_key is not null
          and old.signature is null and old.uploader_id <> wall_person()
          and wall_reinstated(new.id, old.decided_at)
          and to_jsonb(new) - verdict - refusal = to_jsonb(old) - verdict - refusal
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'AVAILABLE' and old.uploader_id <> wall_person()
          and wall_reinstated(new.id, old.decided_at)
          and to_jsonb(new) - verdict = to_jsonb(old) - verdict then
        return new;
    end if;
    raise exception 'only the gate changes the state of a version, the rescanner recalls, administrators withdraw';
end
$$;
