-- The CRC-32 of a version's content, which the directory of an archive holds: known from the reception on. Versions that came
-- in before have none until an archive first needs it.
alter table document_version add column crc32 bigint check (crc32 between 0 and 4294967295);

-- It is said once, and for ever.
create function guard_checksum() returns trigger language plpgsql as $$
begin
    raise exception 'the checksum of a version does not change';
end
$$;

create trigger checksum_guarded before update of crc32 on document_version
    for each row when (old.crc32 is not null and new.crc32 is distinct from old.crc32
                       and current_user = '${application-role}')
    execute function guard_checksum();
