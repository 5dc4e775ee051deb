-- Keys are UUIDv7: newest last, so that lists page backwards by key.

create table organisation (
    id   uuid primary key,
    name text not null unique
);

create table person (
    id              uuid primary key,
    issuer          text not null,
    subject         text not null,
    name            text not null,
    email           text,
    language        text not null check (language in ('en', 'fr', 'nl')),
    employee        boolean not null,
    organisation_id uuid references organisation,
    unique (issuer, subject)
);

create table document (
    id              uuid primary key,
    title           text not null,
    description     text,
    category        text not null,
    dossier_id      uuid,
    state           text not null check (state in ('CHECKING', 'AVAILABLE', 'REJECTED', 'RECALLED', 'ERASED')),
    current_version int not null,
    uploader_id     uuid not null references person,
    uploaded_at     timestamptz not null,
    revision        bigint not null
);

create table document_version (
    id              uuid primary key,
    document_id     uuid not null references document,
    number          int not null,
    file_name       text not null,
    media_type      text,
    size            bigint not null,
    sha256          text not null check (length(sha256) = 64),
    blob_id         uuid not null unique,
    wrapped_key     bytea,
    state           text not null check (state in ('CHECKING', 'AVAILABLE', 'REJECTED', 'RECALLED', 'ERASED')),
    reason          text,
    signature       text,
    uploader_id     uuid not null references person,
    uploaded_at     timestamptz not null,
    attempts        int not null,
    next_attempt_at timestamptz not null,
    revision        bigint not null,
    unique (document_id, number)
);

create index document_version_waiting on document_version (next_attempt_at) where state = 'CHECKING';

create table document_grant (
    id           uuid not null unique,
    principal_id uuid not null,
    document_id  uuid not null references document,
    access_right text not null check (access_right in ('VIEW', 'DOWNLOAD', 'REVISE')),
    valid_from   timestamptz not null,
    valid_until  timestamptz,
    purpose      text not null,
    granted_by   uuid not null references person,
    granted_at   timestamptz not null,
    primary key (principal_id, document_id) include (valid_until)
);

create index document_grant_of_document on document_grant (document_id);

create table document_grant_history (
    id           uuid primary key,
    principal_id uuid not null,
    document_id  uuid not null references document,
    access_right text not null,
    valid_from   timestamptz not null,
    valid_until  timestamptz,
    purpose      text not null,
    granted_by   uuid not null references person,
    granted_at   timestamptz not null,
    ended_by     uuid references person,
    ended_at     timestamptz not null,
    ended_how    text not null check (ended_how in ('REPLACED', 'REVOKED', 'EXPIRED'))
);

create index document_grant_history_of_document on document_grant_history (document_id);

create table audit_entry (
    id            uuid primary key,
    at            timestamptz not null,
    actor_id      uuid,
    act           text not null,
    outcome       text not null check (outcome in ('ALLOWED', 'DENIED')),
    resource_type text not null,
    resource_id   uuid,
    facts         text not null,
    address       text
);

create index audit_entry_of_resource on audit_entry (resource_id, id);

-- The application's role reads and adds; what it may change is named one by one, the trail and the history never.
grant usage on schema public to ${application-role};
grant select, insert on organisation, audit_entry, document_grant_history to ${application-role};
grant select, insert, update on person, document, document_version to ${application-role};
grant select, insert, delete on document_grant to ${application-role};
