-- Uploads that come in pieces. Of their bytes only the last few are here, sealed: those that fill no part of the blob yet.
-- How many came is written after they are durable. The last ones are entered with the document itself, so an upload is
-- never complete without one.

create table resumable_upload (
    id             uuid primary key,
    person_id      uuid not null references person,
    metadata       text not null,
    length         bigint not null check (length > 0),
    came           bigint not null check (came between 0 and length),
    blob_id        uuid not null unique,
    wrapped_key    bytea,
    tail           bytea,
    document_id    uuid references document,
    version_number int,
    expires_at     timestamptz not null,
    holder         uuid,
    held_until     timestamptz,
    check ((document_id is null) = (came < length)),
    check ((document_id is null) = (wrapped_key is not null)),
    check ((document_id is null) = (version_number is null))
);

create index resumable_upload_of_person on resumable_upload (person_id) include (length) where document_id is null;
create index resumable_upload_expiring on resumable_upload (expires_at);

grant select, insert, update, delete on resumable_upload to ${application-role};

-- An upload is its sender's alone; what is over is the sweeper's.
alter table resumable_upload enable row level security;

create policy own on resumable_upload to ${application-role}
    using (person_id = (select wall_person()))
    with check (person_id = (select wall_person()));

create policy over on resumable_upload to ${application-role} using (
    (select wall_system('sweeper')) and expires_at <= statement_timestamp());
