-- What is new for people, each item about one document: it was given to them or refused, access to it has ended or ends soon. The bell
-- shows the items and mails gather them; no title is kept here, for whoever lost a document meanwhile does not see it any more.
create table news (
    id          uuid primary key,
    person_id   uuid not null references person,
    kind        text not null check (kind in ('NEW_FOR_YOU', 'REFUSED', 'ENDED', 'ENDING')),
    document_id uuid not null references document,
    -- the grant it tells of, which may be in the history by now
    grant_id    uuid,
    at          timestamptz not null,
    read_at     timestamptz,
    check ((kind = 'REFUSED') = (grant_id is null))
);

create index news_of_person on news (person_id, id desc);
create index news_unread on news (person_id, document_id) where read_at is null;
create index news_by_time on news (at);

-- An end is told once; whoever gets another last day gets another grant.
create unique index news_of_end on news (person_id, grant_id) where kind = 'ENDING';

grant select, insert, delete on news to ${application-role};
grant update (read_at) on news to ${application-role};

-- What people were to be told by mails that wait becomes news, and one mail for each of them.
with waiting as (
    select n.recipient_id as person_id, min(n.written_at) as since from notice n
    where n.state = 'WAITING' and n.kind in ('NEW_FOR_YOU', 'REFUSED') group by n.recipient_id),
told as (
    select distinct on (w.person_id, g.document_id)
        w.person_id, 'NEW_FOR_YOU' as kind, g.document_id, g.id as grant_id, g.granted_at as at
    from waiting w
    join membership m on m.person_id = w.person_id and m.until is null
    join document_grant g on g.principal_id = m.principal_id and g.granted_at >= w.since and g.granted_by <> w.person_id
    union all
    select w.person_id, 'REFUSED', v.document_id, null, max(v.decided_at)
    from waiting w
    join document_version v on v.uploader_id = w.person_id and v.state = 'REJECTED' and v.decided_at >= w.since
    group by w.person_id, v.document_id)
insert into news (id, person_id, kind, document_id, grant_id, at)
select cast(encode(overlay(
           uuid_send(gen_random_uuid()) placing substring(int8send(cast(floor(extract(epoch from t.at) * 1000) as bigint)) from 3)
           from 1 for 6), 'hex') as uuid),
       t.person_id, t.kind, t.document_id, t.grant_id, t.at
from told t;

update notice later set state = 'WITHDRAWN', decided_at = clock_timestamp()
where later.state = 'WAITING' and later.kind in ('NEW_FOR_YOU', 'REFUSED') and exists (
    select from notice first
    where first.state = 'WAITING' and first.kind in ('NEW_FOR_YOU', 'REFUSED') and first.recipient_id = later.recipient_id
      and (first.written_at, first.id) < (later.written_at, later.id));
update notice set kind = 'NEWS' where state = 'WAITING' and kind in ('NEW_FOR_YOU', 'REFUSED');
drop function has_news(uuid, timestamptz);

-- Whose access to what ends within a week and was not told yet: that of the grant which lasts longest, where nothing lasts longer.
-- Only the mailer is told.
create function ends_to_tell(most int) returns table (person_id uuid, document_id uuid, grant_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (m.person_id, g.document_id) m.person_id, g.document_id, g.id
    from document_grant g
    join document d on d.id = g.document_id and d.state = 'AVAILABLE'
    join membership m on m.principal_id = g.principal_id and m.until is null
    join membership own on own.person_id = m.person_id and own.kind = 'PERSON' and own.until is null
    where wall_system('mailer')
      and g.valid_from <= statement_timestamp()
      and g.valid_until > statement_timestamp() and g.valid_until <= statement_timestamp() + interval '7 days'
      and not exists (
          select from membership beside
          join document_grant longer on longer.principal_id = beside.principal_id and longer.document_id = g.document_id
          where beside.person_id = m.person_id and beside.until is null and longer.valid_from <= statement_timestamp()
            and (longer.valid_until is null or longer.valid_until > g.valid_until))
      and not exists (
          select from news n where n.person_id = m.person_id and n.grant_id = g.id and n.kind = 'ENDING')
    order by m.person_id, g.document_id, g.id
    limit ends_to_tell.most
$$;

revoke execute on function ends_to_tell from public;
grant execute on function ends_to_tell to ${application-role};

-- When people do not want to be disturbed, from and until a time of the day where they are; night may lie between.
alter table mail_rhythm
    add column quiet_from time,
    add column quiet_until time,
    add column zone text,
    add check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until);

-- When somebody hears of news that is written now, as before: morning is morning where they are, and nothing comes before their quiet
-- hours are over.
create or replace function news_due(person uuid, zone text) returns timestamptz
    language sql volatile security definer set search_path = public, pg_temp as $$
    with chosen as (
        select coalesce(r.rhythm, 'AT_ONCE') as rhythm, coalesce(r.zone, news_due.zone) as zone, r.quiet_from, r.quiet_until,
            clock_timestamp() at time zone coalesce(r.zone, news_due.zone) as here
        from (values (true)) one left join mail_rhythm r on r.person_id = news_due.person),
    wanted as (
        select chosen.*, case chosen.rhythm
            when 'AT_ONCE' then chosen.here + interval '2 minutes'
            when 'DAILY' then date_trunc('day', chosen.here - interval '7 hours') + interval '1 day 7 hours'
            when 'WEEKLY' then date_trunc('week', chosen.here - interval '7 hours') + interval '7 days 7 hours'
        end as due
        from chosen)
    select case
        when w.quiet_from < w.quiet_until and cast(w.due as time) >= w.quiet_from and cast(w.due as time) < w.quiet_until
            or w.quiet_from > w.quiet_until and cast(w.due as time) < w.quiet_until
            then date_trunc('day', w.due) + w.quiet_until
        when w.quiet_from > w.quiet_until and cast(w.due as time) >= w.quiet_from
            then date_trunc('day', w.due) + interval '1 day' + w.quiet_until
        else w.due
    end at time zone w.zone
    from wanted w
$$;
