-- When a grant is undone, what it had replaced is given again under a new number; news of the former one speaks of the new one then.
-- An administrator does not see whose news it is.
create function news_follow(former uuid[], present uuid[]) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update news n set grant_id = followed.present
    from unnest(news_follow.former, news_follow.present) as followed (former, present)
    where n.grant_id = followed.former and wall_role('ADMIN')
$$;

revoke execute on function news_follow from public;
grant execute on function news_follow to ${application-role};
