package org.sluis.platform.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pool of connections under the application's own database role, which owns nothing. Identifiers travel as untyped
 * text, so that PostgreSQL gives a UUID column its type. What is acknowledged is on the disk, whatever the server's own
 * setting says. Statements are planned once for each connection: they are written for one plan whatever is asked for, and
 * planning a list with both walls takes longer than finding it.
 */
@DataSourceDefinition(
        name = SluisDataSource.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=sluis.database.url}",
        user = "${MPCONFIG=sluis.database.user}",
        password = "${MPCONFIG=sluis.database.password}",
        minPoolSize = 2,
        maxPoolSize = 30,
        properties = {
            "stringType=unspecified",
            "options=-c synchronous_commit=on -c plan_cache_mode=force_generic_plan",
            "tcpKeepAlive=true",
            "socketTimeout=60",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.fail-all-connections=true",
            "fish.payara.validate-atmost-once-period-in-seconds=5"
        })
@ApplicationScoped
public class SluisDataSource {

    /** Where the pool is found, also in {@code persistence.xml}. */
    public static final String NAME = "java:app/jdbc/sluis";
}
