-- Access that begins on a later day is told when it begins.
create index document_grant_beginning on document_grant (valid_from) where valid_from > granted_at;

-- Whose access to what has begun within a week and was not told yet. Only the mailer is told.
create function starts_to_tell(most int) returns table (person_id uuid, document_id uuid, grant_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (m.person_id, g.document_id) m.person_id, g.document_id, g.id
    from document_grant g
    join document d on d.id = g.document_id and d.state = 'AVAILABLE'
    join membership m on m.principal_id = g.principal_id and m.until is null
    join membership own on own.person_id = m.person_id and own.kind = 'PERSON' and own.until is null
    where wall_system('mailer')
      and g.valid_from > g.granted_at and g.valid_from <= statement_timestamp()
      and g.valid_from > statement_timestamp() - interval '7 days'
      and (g.valid_until is null or g.valid_until > statement_timestamp())
      and g.granted_by <> m.person_id
      and not exists (
          select from news n where n.person_id = m.person_id and n.grant_id = g.id and n.kind = 'NEW_FOR_YOU')
    order by m.person_id, g.document_id, g.id
    limit starts_to_tell.most
$$;

revoke execute on function starts_to_tell from public;
grant execute on function starts_to_tell to ${application-role};
