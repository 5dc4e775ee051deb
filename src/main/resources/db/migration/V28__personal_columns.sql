-- What is kept of members of rental companies alone has a table and a wall of its own: whoever administers an organisation reads
-- the rows of its members, and that is no reason to read when they were born.

create table person_rental (
    person_id            uuid primary key references person,
    birth_date           date,
    licence_plate        text,
    training_certificate text
);

insert into person_rental (person_id, birth_date, licence_plate, training_certificate)
select id, birth_date, licence_plate, training_certificate from person
where coalesce(birth_date::text, licence_plate, training_certificate) is not null;

-- What a person is and tells as a member of an organisation ends with the membership, whoever ends it.
create or replace function end_of_membership() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.contact_roles := '{}';
    new.organisation_administrator := false;
    delete from person_rental where person_id = new.id;
    return new;
end
$$;

-- The lock waits for whoever changes a member at this moment, so that what they enter ends too.
create or replace function end_of_rental() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from person where organisation_id = new.id order by id for no key update;
    delete from person_rental where person_id in (select id from person where organisation_id = new.id);
    return null;
end
$$;

alter table person
    drop column birth_date,
    drop column licence_plate,
    drop column training_certificate;

grant select, insert, update, delete on person_rental to ${application-role};

alter table person_rental enable row level security;
