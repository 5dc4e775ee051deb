-- The wall looks a document's grants up by who holds them, one look for each name the caller acts in. As a condition on
-- the document with a list of names, the planner read every grant of the document, and so the cost of a list grew with
-- what others may see. The rules themselves stay as they were.

alter policy seen on document using (
    (select wall_role('ADMIN') or wall_system('gate'))
    or (select wall_system('rescanner')) and state in ('AVAILABLE', 'RECALLED')
    or (state in ('AVAILABLE', 'RECALLED') or state <> 'ERASED' and uploader_id = (select wall_person()))
       and (select true
            from unnest((select wall_principals())) as name(id)
            cross join lateral (
                select from document_grant g
                where g.principal_id = name.id
                  and g.document_id = document.id
                  and g.valid_from <= statement_timestamp()
                  and (g.valid_until is null or g.valid_until > statement_timestamp())
                limit 1) held
            limit 1));

alter policy changed on document
    using (
        (select wall_role('ADMIN') or wall_system('gate') or wall_system('rescanner'))
        or uploader_id = (select wall_person())
        or (select true
            from unnest((select wall_principals())) as name(id)
            cross join lateral (
                select from document_grant g
                where g.principal_id = name.id and g.document_id = document.id and g.access_right = 'REVISE'
                limit 1) held
            limit 1));

alter policy entered on document_version with check (
    uploader_id = (select wall_person()) and state = 'CHECKING'
    and (select true from document d where d.id = document_version.document_id limit 1)
    and (select true
         from unnest((select wall_principals())) as name(id)
         cross join lateral (
             select from document_grant g
             where g.principal_id = name.id
               and g.document_id = document_version.document_id
               and g.access_right = 'REVISE'
               and g.valid_from <= statement_timestamp()
               and (g.valid_until is null or g.valid_until > statement_timestamp())
             limit 1) held
         limit 1));
