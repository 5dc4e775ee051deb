-- What administrators change at the accounts of the realm. The realm takes no part in the portal's transactions: a change is
-- entered in one, asked of the realm in none, and its outcome written in another. What breaks off in between is found here
-- and ended. A change that gives power over an employee's account waits for a second administrator first.
create table account_change (
    id              uuid primary key,
    person_id       uuid not null, -- of an invitation: of the person it makes
    kind            text not null check (kind in (
                        'INVITATION', 'ROLES', 'NAMES', 'ADDRESS', 'SECOND_FACTOR', 'SESSIONS', 'MAIL', 'ENABLED',
                        'DISABLED', 'JOINED', 'LEFT')),
    given_name      text,
    family_name     text,
    email           text,
    language        text,
    title           text,
    job_function    text,
    phone           text,
    mobile          text,
    roles           text,
    organisation_id uuid references organisation,
    ordered_by      uuid not null references person,
    ordered_as      text not null,
    ordered_at      timestamptz not null,
    consented_by    uuid references person check (consented_by <> ordered_by),
    consented_at    timestamptz,
    state           text not null check (state in ('PROPOSED', 'RUNNING', 'DONE', 'FAILED', 'DECLINED')),
    ended_by        uuid references person,
    ended_at        timestamptz,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    check ((consented_by is null) = (consented_at is null)),
    check ((ended_at is null) = (state in ('PROPOSED', 'RUNNING'))),
    -- What is over keeps no name and no address.
    check (ended_at is null or num_nonnulls(given_name, family_name, email, title, job_function, phone, mobile) = 0)
);

-- One change of an account at a time; the same proposed twice would say nothing new.
create unique index account_change_running on account_change (person_id) where state = 'RUNNING';
create unique index account_change_proposed on account_change (person_id, kind)
    where state = 'PROPOSED' and kind <> 'INVITATION';
create index account_change_open on account_change (id) where state = 'PROPOSED';
create index account_change_due on account_change (next_attempt_at) where state = 'RUNNING';
create index account_change_of on account_change (person_id, ordered_by);
create index account_change_by on account_change (ordered_by, ordered_at);

-- Whether neither of two people had a hand in the other's account lately: who made an account, gave it its roles, its address
-- or a new second factor could be sitting behind it.
create function wall_independent(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select not exists (
        select from account_change c
        where c.state in ('RUNNING', 'DONE')
          and c.kind in ('INVITATION', 'ROLES', 'ADDRESS', 'SECOND_FACTOR')
          and coalesce(c.consented_at, c.ordered_at) > clock_timestamp() - interval '90 days'
          and (c.person_id = one and c.ordered_by = other or c.person_id = other and c.ordered_by = one))
$$;

-- Whether a change needs a second administrator: it makes an employee, or gives a hold on one's account, and there are two.
create function wall_needs_consent(kind text, person uuid, roles text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select (select count(*) from person p where p.active and 'ADMIN' = any (string_to_array(p.roles, ','))) >= 2
        and case
            when kind = 'INVITATION' then string_to_array(roles, ',') && array['INSPECTOR', 'ADMIN', 'DPO']
            when kind = 'ROLES' then exists (
                select from unnest(string_to_array(roles, ',')) wanted(role)
                where wanted.role <> 'CLIENT' and not wanted.role = any (
                    select unnest(string_to_array(p.roles, ',')) from person p where p.id = wall_needs_consent.person))
            when kind in ('ADDRESS', 'SECOND_FACTOR') then exists (
                select from person p where p.id = wall_needs_consent.person and p.employee)
            else false
        end
$$;

create function guard_account_change() returns trigger language plpgsql as $$
declare
    wanted constant text[] := array['given_name', 'family_name', 'email', 'language', 'title', 'job_function', 'phone',
                                    'mobile', 'roles', 'organisation_id'];
    progress constant text[] := array['state', 'ended_by', 'ended_at', 'attempts', 'next_attempt_at'];
    consent constant text[] := array['consented_by', 'consented_at', 'state', 'next_attempt_at', 'attempts'];
begin
    if current_user <> '${application-role}'
       or tg_op = 'INSERT'
          and new.ordered_by = wall_person() and new.consented_by is null and new.ended_at is null
          and (new.state = 'PROPOSED' and wall_role('ADMIN')
               or new.state = 'RUNNING' and not wall_needs_consent(new.kind, new.person_id, new.roles)) then
        return new;
    end if;
    if tg_op = 'UPDATE'
       and (old.state = 'PROPOSED' and new.state = 'RUNNING' and wall_role('ADMIN')
            and new.consented_by = wall_person() and wall_independent(new.ordered_by, new.consented_by)
            and to_jsonb(new) - consent = to_jsonb(old) - consent
            or old.state = 'PROPOSED' and new.state = 'DECLINED' and wall_role('ADMIN') and new.ended_by = wall_person()
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted
            or old.state = 'RUNNING' and new.state = 'RUNNING'
            and to_jsonb(new) - progress = to_jsonb(old) - progress
            or old.state = 'RUNNING' and new.state in ('DONE', 'FAILED')
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted) then
        return new;
    end if;
    raise exception 'this change of an account is not the caller''s to make';
end
$$;

create trigger account_change_guarded before insert or update on account_change
    for each row execute function guard_account_change();

grant select, insert, update on account_change to ${application-role};

alter table account_change enable row level security;

create policy seen on account_change for select to ${application-role} using (
    ordered_by = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO') or wall_system('accounts')));

create policy ordered on account_change for insert to ${application-role} with check (
    ordered_by = (select wall_person()));

create policy went_on on account_change for update to ${application-role}
    using (ordered_by = (select wall_person()) or (select wall_role('ADMIN') or wall_system('accounts')));

-- Nobody consents for somebody in whose account they, or who has had a hand in theirs.
alter policy answered on reinstatement
    with check (
        (select wall_role('ADMIN'))
        and (consented_by = (select wall_person()) and wall_independent(proposed_by, consented_by)
             and (rule is null or not wall_sent_version(version_id))
             or declined_by = (select wall_person())));

-- Mails about accounts: whom they are about in place of a document, and to the address an account had before its change.
alter table notice
    alter column document_id drop not null,
    add column subject_id uuid,
    add column address    text check (address is null or state in ('WAITING', 'GIVEN_UP'));

drop index notice_once;
create unique index notice_once on notice (recipient_id, kind, document_id, actor_id, subject_id, address) nulls not distinct
    where state = 'WAITING';
