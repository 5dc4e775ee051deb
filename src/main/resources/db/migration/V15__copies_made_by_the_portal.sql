-- A version that the portal made out of a refused one: which one that was, what was left out, a line for each with tabs
-- between its parts, and whether digital signatures were lost. The texts come from hostile files: bounded, and without
-- control characters.
alter table document_version
    add column made_from       int check (made_from > 0 and made_from < number),
    add column made_from_hash  text,
    add column removals        text,
    add column signatures_lost boolean,
    add check ((made_from is null) = (made_from_hash is null)),
    add check ((made_from is null) = (removals is null));

-- Whether the caller sent that version and it was refused: asked of the owner's view, since a policy may not ask the table it
-- guards.
create function wall_refused(document uuid, number int, hash text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from document_version v
        where v.document_id = wall_refused.document and v.number = wall_refused.number and v.sha256 = wall_refused.hash
          and v.state = 'REJECTED' and v.uploader_id = wall_person())
$$;

-- Nobody says of a version that the portal made it where there is nothing it could be made of.
create policy made_of_a_refused_one on document_version as restrictive for insert to ${application-role} with check (
    made_from is null or wall_refused(document_id, made_from, made_from_hash));

-- It is said once, and for ever.
create function guard_origin() returns trigger language plpgsql as $$
begin
    raise exception 'what a version was made of does not change';
end
$$;

create trigger origin_guarded before update of made_from, made_from_hash, removals, signatures_lost on document_version
    for each row when (old.made_from is distinct from new.made_from
                       or old.made_from_hash is distinct from new.made_from_hash
                       or old.removals is distinct from new.removals
                       or old.signatures_lost is distinct from new.signatures_lost)
    execute function guard_origin();
