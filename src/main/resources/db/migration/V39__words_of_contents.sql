-- Searching in contents. The words of a document's current version, blinded with a key that the database does not have and in each
-- document otherwise (decision 43), with their places, so that phrases are found. There is a row for each available document; it has
-- no words until they are taken, and begins anew with each version. A walk looks at the rows of the documents that it looks at, so
-- nothing but the key of the table finds one: an index over words would be read for what the caller may not see.
create table document_words (
    document_id uuid primary key references document (id),
    words tsvector,
    -- By which key and rules; also of what was given up.
    made_by text,
    attempts int not null default 0,
    claim bigint not null default nextval('claim_number'),
    next_attempt_at timestamptz not null default clock_timestamp(),
    check (words is null or made_by is not null)
);

-- It cannot be made smaller.
alter table document_words alter column words set storage external;

create index document_words_waiting on document_words (document_id) where words is null;

grant select, update on document_words to ${application-role};

-- Words are there as long as their version is the one that is shown, and available: whoever withdraws, refuses or erases it removes
-- them in the same transaction, without having to know of them.
create function follow_content() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from document_words where document_id = new.id;
    if new.state = 'AVAILABLE' then
        insert into document_words (document_id) values (new.id);
    end if;
    return null;
end
$$;

create trigger document_content_followed after update of state, current_version on document
    for each row when (old.state is distinct from new.state or old.current_version is distinct from new.current_version)
    execute function follow_content();

-- What came in before, and what is available from its first moment.
create trigger document_content_entered after insert on document
    for each row when (new.state = 'AVAILABLE') execute function follow_content();

insert into document_words (document_id) select id from document where state = 'AVAILABLE';
