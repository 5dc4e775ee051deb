-- Which rule of the gate refused a version, in which member, what was found there and what could have been; and what its
-- readers should know of one that came in. The texts come from hostile files: bounded, and without control characters.
-- Several in one column stand on a line each; the parts of a notice have tabs between them.
alter table document_version
    add column rule     text,
    add column member   text,
    add column detected text,
    add column evidence text,
    add column expected text,
    add column page     int check (page > 0),
    add column part     text,
    add column subject  text,
    add column notices  text;

-- What hits whom: counted by rule over some weeks.
create index document_version_by_rule on document_version (decided_at, rule) where rule is not null;
