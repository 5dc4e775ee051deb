-- What a rule of the gate refused, and no scanner objected to, stays sealed for a while: nobody reads it, its key is there.
-- Its sender may ask administrators to look at the refusal again; two of them can lift exactly that rule for it.
alter table document_version add column sealed_until timestamptz;

create index document_version_sealed on document_version (sealed_until)
    where state = 'REJECTED' and wrapped_key is not null;

create table second_look (
    id            uuid primary key,
    version_id    uuid not null references document_version,
    rule          text not null,
    member        text,
    reason        text not null,
    asked_by      uuid not null references person,
    asked_at      timestamptz not null,
    answer        text check (answer in ('LIFTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    answered_by   uuid references person,
    answered_at   timestamptz,
    answer_reason text,
    check ((answer is null) = (answered_at is null)),
    check (answer is distinct from 'LIFTED' or answered_by <> asked_by)
);

create unique index second_look_open on second_look (version_id) where answer is null;
create index second_look_of_version on second_look (version_id, asked_at);

-- A proposal speaks against a signature, or against a rule at a member.
alter table reinstatement
    alter column signature drop not null,
    add column rule   text,
    add column member text,
    add check ((signature is null) <> (rule is null)),
    add check (member is null or rule is not null);

create index reinstatement_lifting on reinstatement (version_id) where consented_at is not null and rule is not null;

grant select, insert on second_look to ${application-role};
grant update (answer, answered_by, answered_at, answer_reason) on second_look to ${application-role};

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

-- Nobody lifts a rule for what they sent in themselves.

create function wall_sent_version(version uuid) returns boolean
    language sql stable
    return exists (
        select from document_version v where v.id = wall_sent_version.version and v.uploader_id = wall_person());

alter policy seen on reinstatement using (
    (select wall_system('rescanner') or wall_system('gate') or wall_role('ADMIN')));

alter policy proposed on reinstatement with check (
    (select wall_role('ADMIN')) and proposed_by = (select wall_person())
    and consented_by is null and declined_by is null
    and (rule is null or not wall_sent_version(version_id)));

alter policy answered on reinstatement
    using ((select wall_role('ADMIN')) and consented_by is null and declined_by is null)
    with check (
        (select wall_role('ADMIN'))
        and (consented_by = (select wall_person()) and (rule is null or not wall_sent_version(version_id))
             or declined_by = (select wall_person())));

alter policy judged on document_version
    with check (
        (select wall_system('gate'))
        or (select wall_system('rescanner')) and state = 'RECALLED'
        or (select wall_role('ADMIN'))
           and (state = 'ERASED'
                or state = 'CHECKING'
                or state in ('REJECTED', 'RECALLED') and wrapped_key is null
                or state = 'AVAILABLE' and wall_reinstated(id, '-infinity')));

-- From which state to which, and by whom. New: two administrators send a refused version back to its checks; a further
-- version takes the place of a refused one.

create or replace function guard_state() returns trigger language plpgsql as $$
begin
    if current_user <> '${application-role}'
       or wall_system('gate')
          and (old.state = 'CHECKING' and new.state in ('AVAILABLE', 'REJECTED')
               or old.state in ('RECALLED', 'REJECTED') and new.state = 'AVAILABLE'
                  and new.current_version > old.current_version)
       or wall_system('rescanner') and old.state = 'AVAILABLE' and new.state = 'RECALLED'
       or wall_role('ADMIN') and new.state = 'ERASED'
       or wall_role('ADMIN') and old.state = 'CHECKING' and new.state = 'REJECTED'
          and exists (select from document_version v
                      where v.document_id = new.id and v.number = new.current_version and v.state = 'REJECTED')
       or wall_role('ADMIN') and old.state = 'REJECTED' and new.state = 'CHECKING'
          and new.current_version = old.current_version
          and exists (select from document_version v
                      where v.document_id = new.id and v.number = new.current_version and v.state = 'CHECKING')
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'AVAILABLE'
          and new.current_version = old.current_version
          and exists (select from document_version v
                      where v.document_id = new.id and v.number = new.current_version and v.state = 'AVAILABLE') then
        return new;
    end if;
    raise exception 'only the gate changes the state of a document, the rescanner recalls, administrators withdraw';
end
$$;

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
       or wall_role('ADMIN') and old.state = 'RECALLED' and new.state = 'AVAILABLE'
          and wall_reinstated(new.id, old.decided_at)
          and to_jsonb(new) - verdict = to_jsonb(old) - verdict then
        return new;
    end if;
    raise exception 'only the gate changes the state of a version, the rescanner recalls, administrators withdraw';
end
$$;
