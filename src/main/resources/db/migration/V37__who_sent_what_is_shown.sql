-- Who sent the version that is shown: a search finds it by that name, and it is news for everybody else. Kept beside the document as
-- the name of its file is, because a walk asks it of each document that it looks at.
alter table document add column current_uploader_id uuid;

update document d set current_uploader_id = v.uploader_id
from document_version v
where v.document_id = d.id and v.number = d.current_version;

create or replace function fold_first_file_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update document d set folded_file_name = folded(new.file_name), current_uploader_id = new.uploader_id
    where d.id = new.document_id and d.current_version = new.number;
    return null;
end
$$;

create or replace function fold_file_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select folded(v.file_name), v.uploader_id into new.folded_file_name, new.current_uploader_id
    from document_version v
    where v.document_id = new.id and v.number = new.current_version;
    return new;
end
$$;
