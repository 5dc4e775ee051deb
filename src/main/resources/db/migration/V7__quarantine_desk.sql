-- The quarantine desk, stored content that is scanned again, and what has to happen before a recalled file is released.

-- When it was refused or recalled, what the scanner that convicted says of itself, and why the last check gave no verdict.
alter table document_version add column decided_at timestamptz;
alter table document_version add column scanner text;
alter table document_version add column fault text;
update document_version set decided_at = uploaded_at where state in ('REJECTED', 'RECALLED');

create index document_version_on_desk on document_version (id) where state in ('CHECKING', 'REJECTED', 'RECALLED');
create index document_version_on_desk_by_state on document_version (state, id)
    where state in ('CHECKING', 'REJECTED', 'RECALLED');
create index document_version_same_bytes on document_version (sha256) where state = 'AVAILABLE';

-- What has yet to be scanned again. Versions come and go without it, so it refers to none: what is no longer there is
-- never taken up, and every round begins anew.
create table rescan (
    version_id      uuid primary key,
    round           int not null,
    next_attempt_at timestamptz not null,
    attempts        int not null default 0
);

-- The one round that is under way or was last.
create table rescan_round (
    single     boolean primary key default true check (single),
    number     int not null,
    begun_at   timestamptz not null,
    signatures int
);
insert into rescan_round (number, begun_at) values (0, clock_timestamp());

-- One administrator proposes to release a recalled file, another consents or declines; the proposer may only withdraw.
-- With the consent the signature no longer counts against these bytes.
create table reinstatement (
    id           uuid primary key,
    version_id   uuid not null references document_version,
    sha256       text not null,
    signature    text not null,
    reason       text not null,
    proposed_by  uuid not null references person,
    proposed_at  timestamptz not null,
    consented_by uuid references person check (consented_by <> proposed_by),
    consented_at timestamptz,
    declined_by  uuid references person,
    declined_at  timestamptz,
    check ((consented_by is null) = (consented_at is null)),
    check ((declined_by is null) = (declined_at is null)),
    check (consented_by is null or declined_by is null)
);

create unique index reinstatement_open on reinstatement (version_id) where consented_at is null and declined_at is null;
create index reinstatement_given on reinstatement (sha256, signature) where consented_at is not null;

grant select, insert, update, delete on rescan to ${application-role};
grant select, update on rescan_round to ${application-role};
grant select, insert on reinstatement to ${application-role};
grant update (consented_by, consented_at, declined_by, declined_at) on reinstatement to ${application-role};

alter table rescan enable row level security;
alter table rescan_round enable row level security;
alter table reinstatement enable row level security;

create policy queued on rescan to ${application-role}
    using ((select wall_system('rescanner') or wall_role('ADMIN')))
    with check ((select wall_system('rescanner') or wall_role('ADMIN')));

create policy counted on rescan_round to ${application-role}
    using ((select wall_system('rescanner') or wall_role('ADMIN')))
    with check ((select wall_system('rescanner') or wall_role('ADMIN')));

create policy seen on reinstatement for select to ${application-role} using (
    (select wall_system('rescanner') or wall_role('ADMIN')));

create policy proposed on reinstatement for insert to ${application-role} with check (
    (select wall_role('ADMIN')) and proposed_by = (select wall_person())
    and consented_by is null and declined_by is null);

create policy answered on reinstatement for update to ${application-role}
    using ((select wall_role('ADMIN')) and consented_by is null and declined_by is null)
    with check (
        (select wall_role('ADMIN'))
        and (consented_by = (select wall_person()) or declined_by = (select wall_person())));

-- Whether the caller has consented to release the version since it was recalled.
create function wall_reinstated(version uuid, since timestamptz) returns boolean
    language sql stable
    return exists (
        select from reinstatement r
        where r.version_id = wall_reinstated.version and r.consented_by = wall_person() and r.consented_at >= since);

-- The rescanner sees what passed the gate, knows which versions are on their way through it, and may withdraw.

alter policy seen on document using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (select wall_system('rescanner')) and state in ('AVAILABLE', 'RECALLED')
    or (state in ('AVAILABLE', 'RECALLED') or state <> 'ERASED' and uploader_id = (select wall_person()))
       and (select true from document_grant g
            where g.document_id = document.id
              and g.principal_id = any ((select wall_principals())::uuid[])
              and g.valid_from <= statement_timestamp()
              and (g.valid_until is null or g.valid_until > statement_timestamp())
            limit 1));

alter policy changed on document
    using (
        (select wall_role('ADMIN') or wall_system('gate') or wall_system('rescanner'))
        or uploader_id = (select wall_person())
        or (select true from document_grant g
            where g.document_id = document.id
              and g.principal_id = any ((select wall_principals())::uuid[])
              and g.access_right = 'REVISE'
            limit 1))
    with check (
        (select wall_role('ADMIN') or wall_system('gate'))
        or (select wall_system('rescanner')) and state = 'RECALLED'
        or uploader_id = (select wall_person()));

alter policy seen on document_version using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (select wall_system('rescanner')) and state in ('CHECKING', 'AVAILABLE', 'RECALLED')
    or (state in ('AVAILABLE', 'RECALLED') or uploader_id = (select wall_person()))
       and (select true from document d where d.id = document_version.document_id limit 1));

alter policy judged on document_version
    using ((select wall_system('gate') or wall_system('rescanner') or wall_role('ADMIN')))
    with check (
        (select wall_system('gate'))
        or (select wall_system('rescanner')) and state = 'RECALLED'
        or (select wall_role('ADMIN'))
           and (state in ('CHECKING', 'ERASED')
                or state in ('REJECTED', 'RECALLED') and wrapped_key is null
                or state = 'AVAILABLE' and wall_reinstated(id, '-infinity')));

-- From which state to which, and by whom.

create or replace function guard_state() returns trigger language plpgsql as $$
begin
    if current_user <> '${application-role}'
       or wall_system('gate')
          and (old.state = 'CHECKING' and new.state in ('AVAILABLE', 'REJECTED')
               or old.state = 'RECALLED' and new.state = 'AVAILABLE' and new.current_version > old.current_version)
       or wall_system('rescanner') and old.state = 'AVAILABLE' and new.state = 'RECALLED'
       or wall_role('ADMIN') and new.state = 'ERASED'
       or wall_role('ADMIN') and old.state = 'CHECKING' and new.state = 'REJECTED'
          and exists (select from document_version v
                      where v.document_id = new.id and v.number = new.current_version and v.state = 'REJECTED')
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'AVAILABLE'
          and new.current_version = old.current_version
          and exists (select from document_version v
                      where v.document_id = new.id and v.number = new.current_version and v.state = 'AVAILABLE') then
        return new;
    end if;
    raise exception 'only the gate changes the state of a document, the rescanner recalls, administrators withdraw';
end
$$;

-- The same for versions, and which columns go with it.
create function guard_version() returns trigger language plpgsql as $$
declare
    verdict constant text[] := array['state', 'reason', 'signature', 'scanner', 'decided_at', 'revision'];
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
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'RECALLED' and new.wrapped_key is null
          and to_jsonb(new) - array['wrapped_key', 'revision'] = to_jsonb(old) - array['wrapped_key', 'revision']
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'AVAILABLE'
          and wall_reinstated(new.id, old.decided_at)
          and to_jsonb(new) - verdict = to_jsonb(old) - verdict then
        return new;
    end if;
    raise exception 'only the gate changes the state of a version, the rescanner recalls, administrators withdraw';
end
$$;

create trigger version_guarded before update on document_version for each row execute function guard_version();
