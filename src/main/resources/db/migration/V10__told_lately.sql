-- Whether somebody was told of the same trouble a while ago.
create index notice_lately on notice (recipient_id, kind, written_at);
