-- Erased documents: their grants end as erased, and their bytes wait here until they are removed from the blob store.

alter table document_grant_history drop constraint document_grant_history_ended_how_check;
alter table document_grant_history add constraint document_grant_history_ended_how_check
    check (ended_how in ('REPLACED', 'REVOKED', 'EXPIRED', 'ERASED'));

create table blob_removal (
    blob_id    uuid primary key,
    ordered_at timestamptz not null
);

grant select, insert, delete on blob_removal to ${application-role};
