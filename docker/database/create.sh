#!/bin/bash
# Run once, in an empty database: the roles and databases of the portal and of Keycloak. The portal's own role owns nothing.
set -euo pipefail
password() { printf '%s' "$(</run/secrets/database-"$1")"; }
sql() { psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname "$1" \
    --set owner="$(password owner)" --set application="$(password application)" --set keycloak="$(password keycloak)"; }

sql postgres <<'END'
create role sluis_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner';
create role sluis_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'application';
create role keycloak login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'keycloak';
create database sluis owner sluis_owner;
create database keycloak owner keycloak;
revoke all on database sluis, keycloak from public;
grant connect on database sluis to sluis_app;
END
sql sluis <<'END'
alter schema public owner to sluis_owner;
revoke all on schema public from public;
grant usage on schema public to sluis_app;
END
