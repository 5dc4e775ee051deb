package org.sluis.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of Keycloak, as its own {@code kc.sh} composes it. That script keeps a shell in front of the server
 * and ties the server's home (imports, logs, data) to the distribution; here one distribution serves several homes.
 */
record KeycloakCommand(Path distribution, Path home) {

    List<String> of(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JavaHome.program("java"),
                "-Dkc.home.dir=" + home,
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(1, JavaHome.options().toList());
        command.addAll(List.of(arguments));
        return command;
    }
}
