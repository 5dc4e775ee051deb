-- Since when a version waits for a scanner, and when that was found to be too long.
alter table document_version add column waiting_since timestamptz;
alter table document_version add column overdue_at timestamptz;

create index document_version_pending on document_version (uploader_id) include (size) where state = 'CHECKING';
