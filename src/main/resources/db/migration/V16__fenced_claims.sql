-- Each claim of a piece of work has a number of its own, higher than any before it. Whoever outlives a lease still has the
-- old number, and every statement about a claim asks for the number: it finds nothing and changes nothing.
create sequence claim_number as bigint;
grant usage on sequence claim_number to ${application-role};

-- Zero is the claim of the node that received the file.
alter table document_version add column claim bigint not null default 0;
alter table rescan add column claim bigint not null default 0;
alter table notice add column claim bigint not null default 0;
