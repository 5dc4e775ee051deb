-- How often people want to hear by mail what is new for them. Whoever has not chosen hears it at once.
create table mail_rhythm (
    person_id uuid primary key references person,
    rhythm    text not null check (rhythm in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'))
);

grant select, insert, update on mail_rhythm to ${application-role};

-- News that is gathered is due later than it was written, and is late only from then on.
alter table notice add column due_at timestamptz;

-- When somebody hears of news that is written now; nothing for whoever wants to hear none. What is told at once waits for as long as
-- an act can be undone, and for what follows it. What is gathered comes at seven in the morning.
create function news_due(person uuid, zone text) returns timestamptz
    language sql volatile security definer set search_path = public, pg_temp as $$
    select case coalesce((select r.rhythm from mail_rhythm r where r.person_id = news_due.person), 'AT_ONCE')
        when 'AT_ONCE' then clock_timestamp() + interval '2 minutes'
        when 'DAILY' then
            (date_trunc('day', (clock_timestamp() at time zone zone) - interval '7 hours') + interval '1 day 7 hours')
                at time zone zone
        when 'WEEKLY' then
            (date_trunc('week', (clock_timestamp() at time zone zone) - interval '7 hours') + interval '7 days 7 hours')
                at time zone zone
    end
$$;

revoke execute on function news_due from public;
grant execute on function news_due to ${application-role};

-- Whether somebody was given access since then to anything of others that they can still open; only the mailer is told.
create function has_news(person uuid, since timestamptz) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select wall_system('mailer') and exists (
        select from membership m
        join document_grant g on g.principal_id = m.principal_id
        join document d on d.id = g.document_id
        where m.person_id = has_news.person and m.until is null
          and g.granted_at >= has_news.since and (g.valid_until is null or g.valid_until > statement_timestamp())
          and d.state = 'AVAILABLE' and d.uploader_id <> has_news.person)
$$;

revoke execute on function has_news from public;
grant execute on function has_news to ${application-role};
