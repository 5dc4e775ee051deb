-- When the first verdict on a version fell, so that administrators see how long senders wait. Older versions do not say it.
alter table document_version add column checked_at timestamptz;
create index document_version_by_arrival on document_version (uploaded_at);
