-- The walk over a caller's grants, the second wall's look at one of them and the choice of the strongest are answered from
-- the key alone, without a visit to the table for each grant.
alter table document_grant drop constraint document_grant_pkey;
alter table document_grant add primary key (principal_id, document_id) include (valid_until, valid_from, access_right);
