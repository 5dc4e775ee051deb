-- One ledger for every act: facts as JSON, the database's own clock, the transaction of each entry, a wall around the trail; and
-- a table of who has had which bytes, so that nobody has to read it out of the trail.

-- Facts were lines of name=value with escaped line breaks. What was absent had a word of its own; now it is left out.
create function trail_facts(act text, lines text) returns jsonb language sql immutable
    return (
        select coalesce(jsonb_object_agg(fact.name, fact.value), '{}')
        from (
            select line.name,
                   case
                       when line.name in ('filter', 'members', 'roles') then to_jsonb(string_to_array(line.told, ','))
                       when line.told = ''
                            or line.told = 'none' and (line.name in ('signature', 'sealedUntil', 'until')
                                or line.name = 'member' and line.act in ('document-rejected', 'rescan-objected'))
                            or line.told = 'now' and line.name = 'from'
                            or line.told = 'any' and line.name in ('state', 'rule')
                            or line.told = 'unknown' and line.name in ('signatures', 'scanner') then null
                       when line.told ~ '^[0-9]{1,15}$' and line.name in (
                            'attempts', 'found', 'fromVersion', 'notices', 'recipients', 'removed', 'shown', 'signatures',
                            'size', 'statistics', 'version', 'versions') then to_jsonb(line.told::bigint)
                       when line.told in ('true', 'false') and line.name = 'secondLook' then to_jsonb(line.told::boolean)
                       when line.name in ('sha256', 'fromSha256') then
                            to_jsonb(regexp_replace(line.told, '^Sha256\[hex=(.*)\]$', '\1'))
                       else to_jsonb(line.told)
                   end as value
            from (
                select trail_facts.act,
                       left(written.line, strpos(written.line, '=') - 1) as name,
                       -- No line break is left in a line, so one can stand for an escaped backslash meanwhile.
                       replace(replace(replace(replace(replace(
                           substr(written.line, strpos(written.line, '=') + 1),
                           '\\', chr(13) || 'b'), '\n', chr(10)), '\r', chr(13) || 'c'),
                           chr(13) || 'b', '\'), chr(13) || 'c', chr(13)) as told
                from unnest(string_to_array(lines, chr(10))) as written(line)
                where strpos(written.line, '=') > 1) line) fact
        where fact.value is not null);

alter table audit_entry
    alter column facts type jsonb using trail_facts(act, facts),
    add check (jsonb_typeof(facts) = 'object'),
    alter column at set default clock_timestamp(),
    -- Entries from before carry the transaction of this migration: what is committed is committed with it.
    add column transaction_id xid8 not null default pg_current_xact_id();

drop function trail_facts;

-- A page of an actor's, a resource's or an action's entries is read by key; time is nearly the order of the rows themselves.
create index audit_entry_of_actor on audit_entry (actor_id, id) where actor_id is not null;
create index audit_entry_of_action on audit_entry (act, id);
create index audit_entry_at on audit_entry using brin (at) with (autosummarize = on);

-- The clock and the number of the transaction are not the writer's to say.
revoke insert on audit_entry from ${application-role};
grant insert (id, actor_id, act, outcome, resource_type, resource_id, facts, address) on audit_entry to ${application-role};

alter table audit_entry enable row level security;

-- Everybody writes for themselves, the portal's own parts for nobody.
create policy written on audit_entry for insert to ${application-role} with check (
    actor_id = wall_person()
    or actor_id is null and coalesce(current_setting('sluis.system', true), '') <> '');

create policy seen on audit_entry for select to ${application-role} using (
    actor_id = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO')));

-- Who has had the bytes of a version: one row a person, however often. It refers to no other row, lest a download wait for whoever
-- holds a document or a person locked; both stay for ever.
create table document_recipient (
    document_id uuid not null,
    version     int not null check (version > 0),
    person_id   uuid not null,
    first_at    timestamptz not null default clock_timestamp(),
    last_at     timestamptz not null default clock_timestamp(),
    downloads   bigint not null default 1 check (downloads > 0),
    primary key (document_id, version, person_id),
    check (first_at <= last_at)
) with (fillfactor = 70);

insert into document_recipient (document_id, version, person_id, first_at, last_at, downloads)
select resource_id, cast(facts ->> 'version' as int), actor_id, min(at), max(at), count(*)
from audit_entry
where act = 'document-downloaded' and outcome = 'ALLOWED' and actor_id is not null and resource_id is not null
  and jsonb_typeof(facts -> 'version') = 'number'
group by resource_id, cast(facts ->> 'version' as int), actor_id;

-- Only by this is a row written: for the caller, with the database's clock, and the count only grows. In one order, so that two
-- archives of the same documents do not wait for each other in a circle.
create function document_sent(documents uuid[], versions int[]) returns void
    language sql security definer set search_path = public, pg_temp as $$
    insert into document_recipient (document_id, version, person_id, downloads)
    select sent.document, sent.version, wall_person(), count(*)
    from unnest(documents, versions) as sent(document, version)
    group by sent.document, sent.version
    order by sent.document, sent.version
    on conflict (document_id, version, person_id) do update
    set last_at = greatest(document_recipient.last_at, clock_timestamp()),
        downloads = document_recipient.downloads + excluded.downloads
$$;

revoke execute on function document_sent from public;
grant execute on function document_sent to ${application-role};
grant select on document_recipient to ${application-role};

alter table document_recipient enable row level security;

create policy seen on document_recipient for select to ${application-role} using (
    person_id = (select wall_person())
    or (select wall_role('ADMIN') or wall_role('DPO') or wall_system('rescanner')));
