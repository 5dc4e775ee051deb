-- Searching without accents, case and composition. What a document is searched by stands beside it, folded once when it is written,
-- each member in a column of its own, since not every reader may have each of them. Names of senders and organisations are not
-- copied to documents: one name would be written to a hundred thousand of them. They are folded when they are read, once a page.

-- Compatible characters are made alike, marks that combine are left out, and the letters that Unicode does not take apart are written
-- as people without such a keyboard write them, capitals as well, which not every database knows how to make small. White space is
-- one blank.
create function folded(given text) returns text
    language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        replace(replace(replace(replace(
            translate(lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g')),
                      'øØłŁđĐħĦıŧŦẞÆŒÞ’‘', 'oollddhhittßæœþ'''''),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        '\s+', ' ', 'g'))
$$;

-- What `like` finds the words by, wherever they stand. The searcher's own wildcards are ordinary characters.
create function folded_pattern(words text) returns text
    language sql immutable parallel safe as $$
    select '%' || regexp_replace(folded(words), '([\\%_])', '\\\1', 'g') || '%'
$$;

alter table document
    add column folded_title text generated always as (folded(title)) stored,
    add column folded_description text generated always as (folded(description)) stored,
    add column folded_file_name text;

update document d set folded_file_name = folded(v.file_name)
from document_version v
where v.document_id = d.id and v.number = d.current_version;

-- The file of the version that is shown: of the first when it is entered, and of a later one when it takes its place.
create function fold_first_file_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update document d set folded_file_name = folded(new.file_name)
    where d.id = new.document_id and d.current_version = new.number;
    return null;
end
$$;

create trigger document_version_folded after insert on document_version
    for each row execute function fold_first_file_name();

create function fold_file_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.folded_file_name := folded(
        (select v.file_name from document_version v where v.document_id = new.id and v.number = new.current_version));
    return new;
end
$$;

create trigger document_folded before update of current_version on document
    for each row when (old.current_version is distinct from new.current_version) execute function fold_file_name();

-- The labels of senders tell their organisation as well.
drop function person_labels(uuid[]);

create function person_labels(persons uuid[])
    returns table (id uuid, name text, email text, employee boolean, organisation_id uuid, organisation text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
        select p.id, p.name, p.email, p.employee, p.organisation_id, o.name
        from person p left join organisation o on o.id = p.organisation_id
        where p.id = any (persons) and wall_is_entered();
end
$$;
