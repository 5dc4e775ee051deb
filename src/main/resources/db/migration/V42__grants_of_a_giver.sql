-- Whoever gives access is offered the people they gave it to lately. What is given with a document to its own sender is left out.
create index document_grant_by_giver on document_grant (granted_by, id) where purpose <> 'upload';
