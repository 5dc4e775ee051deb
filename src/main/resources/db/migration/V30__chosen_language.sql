-- The language that a person has chosen in the portal; the one of the account stands beside it, and follows the account.

alter table person add column chosen_language text check (chosen_language in ('en', 'fr', 'nl'));

-- It ends when the account comes to speak another language.
grant update (chosen_language) on person to ${application-role};

-- People lock their own row and do not change it. This much of it they do.
create function choose_language(chosen text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update person set chosen_language = chosen where id = wall_person()
$$;

revoke execute on function choose_language from public;
grant execute on function choose_language to ${application-role};
