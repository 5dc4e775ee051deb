-- The trail is read by person, document, act or outcome, within a period, newest first: each index ends with the time, so a page is a
-- piece of one of them. The earlier ones ended with the identifier, which follows the clocks of the nodes and not the database's.

create index audit_entry_of_person_by_time on audit_entry (actor_id, at, id) where actor_id is not null;
create index audit_entry_of_resource_by_time on audit_entry (resource_id, at, id);
create index audit_entry_of_action_by_time on audit_entry (act, at, id);
create index audit_entry_denied_by_time on audit_entry (at, id) where outcome = 'DENIED';
create index audit_entry_by_time on audit_entry (at, id);

drop index audit_entry_of_actor;
drop index audit_entry_of_resource;
drop index audit_entry_of_action;
drop index audit_entry_at;
