-- Titles, descriptions and names are kept in composed Unicode (NFC) and without control characters and direction marks that
-- turn what follows; what was entered before that was asked is brought into the same spelling, so that a search finds it and
-- a change of something else is not refused for it. Line breaks and tabs of descriptions stay.

create function one_spelling(given text, unfit text) returns text language sql immutable as $$
    select btrim(regexp_replace(normalize(given, NFC), unfit, '', 'g'))
$$;

update document
set title = coalesce(nullif(one_spelling(title, '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]'), ''), '-')
where title <> one_spelling(title, '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]');

update document
set description = one_spelling(description, '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]')
where description <> one_spelling(description, '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]');

update person
set name = one_spelling(name, '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]')
where one_spelling(name, '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]') not in (name, '');

-- Where two were told apart by the spelling alone, the second keeps its own.
do $$
declare
    named record;
begin
    for named in select id, normalize(name, NFC) as composed from organisation where name is not nfc normalized loop
        begin
            update organisation set name = named.composed where id = named.id;
        exception when unique_violation then
            null;
        end;
    end loop;
    for named in select id, normalize(name, NFC) as composed from team where name is not nfc normalized loop
        begin
            update team set name = named.composed where id = named.id;
        exception when unique_violation then
            null;
        end;
    end loop;
end
$$;

drop function one_spelling(text, text);
