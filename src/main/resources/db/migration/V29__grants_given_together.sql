-- Grants that were given in one act are found by its moment, for taking them back together. Rows come in the order of their moments,
-- so a few bytes for each stretch of the table are enough.
create index document_grant_by_moment on document_grant using brin (granted_at) with (autosummarize = on);
