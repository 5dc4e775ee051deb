-- Whether a change of roles gives none that the person did not have: it lets nobody act through that person. What older changes gave
-- nobody knows any more.
alter table account_change add column takes_only boolean not null default false;

-- Both are found out here, at the order and again at the consent. All else is as it was.
create or replace function guard_account_change() returns trigger language plpgsql as $$
declare
    wanted constant text[] := array['given_name', 'family_name', 'email', 'language', 'title', 'job_function', 'phone',
                                    'mobile', 'roles', 'organisation_id'];
    progress constant text[] := array['state', 'ended_by', 'ended_at', 'attempts', 'next_attempt_at'];
    consent constant text[] := array['consented_by', 'consented_at', 'state', 'next_attempt_at', 'attempts'];
begin
    if current_user <> '${application-role}' then
        return new;
    end if;
    if tg_op = 'INSERT'
       and new.ordered_by = wall_person() and new.consented_by is null and new.ended_at is null
       and (new.state = 'PROPOSED' and wall_role('ADMIN')
            or new.state = 'RUNNING' and not wall_needs_consent(new.kind, new.person_id, new.roles))
       or tg_op = 'UPDATE'
       and old.state = 'PROPOSED' and new.state = 'RUNNING' and wall_role('ADMIN')
       and new.consented_by = wall_person() and wall_independent(new.ordered_by, new.consented_by)
       and to_jsonb(new) - consent = to_jsonb(old) - consent then
        new.takes_admin := new.kind = 'ROLES' and wall_was_seen_as(new.person_id, 'ADMIN')
            and not 'ADMIN' = any (string_to_array(coalesce(new.roles, ''), ','));
        new.takes_only := new.kind = 'ROLES' and not exists (
            select from unnest(string_to_array(new.roles, ',')) wanted(role)
            where not wall_was_seen_as(new.person_id, wanted.role));
        return new;
    end if;
    if tg_op = 'UPDATE'
       and (old.state = 'PROPOSED' and new.state = 'DECLINED' and wall_role('ADMIN') and new.ended_by = wall_person()
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted
            or old.state = 'RUNNING' and new.state = 'RUNNING'
            and to_jsonb(new) - progress = to_jsonb(old) - progress
            or old.state = 'RUNNING' and new.state = 'RUNNING' and old.kind = 'INVITATION'
            and (wall_role('ADMIN') or wall_system('accounts')) and new.person_id > old.person_id
            and to_jsonb(new) - 'person_id'::text = to_jsonb(old) - 'person_id'::text
            or old.state = 'RUNNING' and new.state in ('DONE', 'FAILED')
            and to_jsonb(new) - progress - wanted = to_jsonb(old) - progress - wanted) then
        return new;
    end if;
    raise exception 'this change of an account is not the caller''s to make';
end
$$;
