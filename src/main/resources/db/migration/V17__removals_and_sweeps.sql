-- What cannot be removed now waits for its next try, behind everything that can.
alter table blob_removal
    add column attempts        int not null default 0,
    add column next_attempt_at timestamptz not null default clock_timestamp();
create index blob_removal_due on blob_removal (next_attempt_at);
grant update (attempts, next_attempt_at) on blob_removal to ${application-role};

-- Which of these blobs are on their way: an upload that is still known has them, whatever its time was when it began. Asked of
-- the owner's view, since an upload is shown to its sender alone.
create function wall_on_their_way(blobs uuid[]) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select u.blob_id from resumable_upload u
    where u.blob_id = any (wall_on_their_way.blobs) and u.document_id is null and wall_system('sweeper')
$$;

-- Work that one node does for all: when it is due, or, while a node is at it, when that node's lease ends.
create table cluster_work (
    name   text primary key,
    due_at timestamptz not null,
    claim  bigint not null default 0
);
grant select, insert, update on cluster_work to ${application-role};

-- A round of scanning again is filled page by page, the newest version first: everything above this one is in it. Nothing
-- where the round is full.
alter table rescan_round add column filled_down_to uuid;
create index rescan_of_round on rescan (round);
