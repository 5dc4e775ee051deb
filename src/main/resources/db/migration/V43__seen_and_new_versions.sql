-- What is written in two ways and read as one is folded into one as well: the sigma at the end of a word, the hyphen at which no line
-- breaks, and the one that shows only where a line does.
create or replace function folded(given text) returns text
    language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        replace(replace(replace(replace(
            translate(lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g')),
                      U&'øØłŁđĐħĦıŧŦẞÆŒÞ’‘\03C2\2010\00AD', U&'oollddhhittßæœþ''''\03C3-'),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        '\s+', ' ', 'g'))
$$;

-- The few rows that are folded otherwise from now on. A generated column follows when what it is made of is written.
update document set title = title, description = description, folded_file_name = folded(folded_file_name)
where concat_ws(' ', folded_title, folded_description, folded_file_name) ~ '[\u03C2\u2010\u00AD]';

-- The newest version of a document that somebody was shown, with or without having its bytes: it is not new for them any more. As
-- who has had bytes it refers to no other row, lest a reader wait for whoever holds one locked.
create table document_seen (
    document_id uuid not null,
    person_id   uuid not null,
    version     int not null check (version > 0),
    seen_at     timestamptz not null default clock_timestamp(),
    primary key (document_id, person_id)
);

grant select, insert, update (version, seen_at) on document_seen to ${application-role};

alter table news
    drop constraint news_kind_check,
    drop constraint news_check,
    add constraint news_kind_check check (kind in ('NEW_FOR_YOU', 'NEW_VERSION', 'REFUSED', 'ENDED', 'ENDING')),
    -- A version is new for whoever may read the document, whatever shows it to them.
    add constraint news_check check ((kind in ('NEW_VERSION', 'REFUSED')) = (grant_id is null));

-- Who may read a document by now, for telling them of a new version of it. Only the gate is told.
create function readers_to_tell(of_document uuid) returns table (person_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct m.person_id
    from document_grant g
    join membership m on m.principal_id = g.principal_id and m.until is null
    join membership own on own.person_id = m.person_id and own.kind = 'PERSON' and own.until is null
    where wall_system('gate') and g.document_id = of_document
      and g.valid_from <= statement_timestamp() and (g.valid_until is null or g.valid_until > statement_timestamp())
$$;

revoke execute on function readers_to_tell from public;
grant execute on function readers_to_tell to ${application-role};
