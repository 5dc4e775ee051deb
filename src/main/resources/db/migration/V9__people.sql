-- Profiles of organisations and persons (promise B9). Accounts live in the realm; what the portal knows beyond them is here.

-- The realm's accounts name their organisation by its key, so that an organisation can be given another name. Those that
-- the portal met in a token are known there by the name they had; those it makes itself by a random key.
alter table organisation
    add column realm_key   text not null default gen_random_uuid()::text,
    add column type        text not null default 'OTHER'
        check (type in ('PRODUCER', 'RENTAL', 'LABORATORY', 'EXAM_CENTRE', 'OTHER')),
    add column street      text,
    add column postal_code text,
    add column city        text,
    add column country     text check (length(country) = 2),
    add column vat_number  text,
    add column phone       text;

update organisation set realm_key = name;
alter table organisation add constraint organisation_known_as unique (realm_key);

alter table person
    add column title                      text,
    add column job_function               text,
    add column phone                      text,
    add column mobile                     text,
    add column birth_date                 date,
    add column licence_plate              text,
    add column training_certificate       text,
    add column contact_roles              text[] not null default '{}'
        check (contact_roles <@ array['CONTACT', 'MANAGER', 'QUALITY', 'CONTROLLER', 'ADMINISTRATION', 'INVOICING']),
    add column organisation_administrator boolean not null default false;

create index person_of_organisation on person (organisation_id, id) where organisation_id is not null;

-- What a person is and tells as a member of an organisation ends with the membership, whoever ends it.
create function end_of_membership() returns trigger language plpgsql as $$
begin
    new.contact_roles := '{}';
    new.organisation_administrator := false;
    new.birth_date := null;
    new.licence_plate := null;
    new.training_certificate := null;
    return new;
end
$$;

create trigger person_moved before update of organisation_id on person
    for each row when (old.organisation_id is distinct from new.organisation_id) execute function end_of_membership();

-- Birth dates, licence plates and training certificates are kept for members of rental companies only.
create function end_of_rental() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update person set birth_date = null, licence_plate = null, training_certificate = null
    where organisation_id = new.id;
    return null;
end
$$;

create trigger organisation_rents_no_more after update of type on organisation
    for each row when (old.type = 'RENTAL' and new.type <> 'RENTAL') execute function end_of_rental();

grant update on organisation to ${application-role};
