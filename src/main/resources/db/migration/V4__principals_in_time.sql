-- Who may see what, now and at any past instant: in whose name persons act, to which kind of principal grants go, and
-- through which states documents went.

alter table person add column active boolean not null default true;

create table team (
    id   uuid primary key,
    name text not null unique
);

-- In whose name a person acts, from since until until: their own while the account is active, their organisation's,
-- their teams'. Nothing is removed; what is over has an end.
create table membership (
    person_id    uuid not null references person,
    principal_id uuid not null,
    kind         text not null check (kind in ('PERSON', 'ORGANISATION', 'TEAM')),
    since        timestamptz not null,
    until        timestamptz check (until >= since),
    primary key (person_id, principal_id, since)
);

create unique index membership_running on membership (person_id, principal_id) where until is null;
create index membership_of_principal on membership (principal_id);

-- A person's own name and organisation follow the person's row, whoever writes it; staff teams end with employment.
create function follow_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moment timestamptz := clock_timestamp();
begin
    update membership set until = moment
    where person_id = new.id and until is null
      and (kind = 'PERSON' and not new.active
           or kind = 'ORGANISATION' and principal_id is distinct from new.organisation_id
           or kind = 'TEAM' and not new.employee);
    insert into membership (person_id, principal_id, kind, since)
    select new.id, wanted.principal_id, wanted.kind, moment
    from (values (new.id, 'PERSON', new.active),
                 (new.organisation_id, 'ORGANISATION', new.organisation_id is not null)) wanted (principal_id, kind, running)
    where wanted.running
    on conflict (person_id, principal_id) where until is null do nothing;
    return null;
end
$$;

create trigger person_followed after insert or update of active, employee, organisation_id on person
    for each row execute function follow_person();

insert into membership (person_id, principal_id, kind, since)
select id, id, 'PERSON', clock_timestamp() from person
union all
select id, organisation_id, 'ORGANISATION', clock_timestamp() from person where organisation_id is not null;

-- The states a document went through: what a past visibility depends on besides grants.
create table document_past (
    document_id uuid not null references document,
    state       text not null,
    uploader_id uuid not null references person,
    since       timestamptz not null,
    primary key (document_id, since)
);

create function remember_state() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into document_past (document_id, state, uploader_id, since)
    values (new.id, new.state, new.uploader_id, clock_timestamp());
    return null;
end
$$;

create trigger document_entered after insert on document
    for each row execute function remember_state();
create trigger document_state_changed after update of state on document
    for each row when (old.state is distinct from new.state) execute function remember_state();

insert into document_past (document_id, state, uploader_id, since)
select id, state, uploader_id, uploaded_at from document;

alter table document_grant add column principal_kind text not null default 'PERSON'
    check (principal_kind in ('PERSON', 'ORGANISATION', 'TEAM'));
alter table document_grant alter column principal_kind drop default;
alter table document_grant_history add column principal_kind text not null default 'PERSON';
alter table document_grant_history alter column principal_kind drop default;

-- Grants that are over leave the hot table for the history, found here.
create index document_grant_ending on document_grant (valid_until) where valid_until is not null;

grant select, insert on team to ${application-role};
grant select, insert on membership to ${application-role};
grant update (until) on membership to ${application-role};
grant select on document_past to ${application-role};
