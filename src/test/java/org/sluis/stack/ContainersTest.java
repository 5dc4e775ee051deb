package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docker/} promises and only a run of it would show otherwise. */
class ContainersTest {

    private static final ComposeFile COMPOSE = ComposeFile.with(variable -> "443");

    @Test
    void onlyTheProxyCanBeReached() {
        assertThat(COMPOSE.services())
                .filteredOn(service -> COMPOSE.service(service).containsKey("ports"))
                .containsExactly("proxy");
    }

    @Test
    void scannersHaveNoNetwork() {
        assertThat(COMPOSE.service("clamd")).containsEntry("network_mode", "none");
    }

    @Test
    void everyContainerIsBounded() {
        assertThat(COMPOSE.services())
                .allSatisfy(service -> assertThat(COMPOSE.service(service))
                        .containsKeys("mem_limit", "pids_limit")
                        .containsEntry("cap_drop", List.of("ALL")));
    }

    @Test
    void nobodyIsGivenAPasswordThatIsKnown() throws IOException {
        assertThat(COMPOSE.services())
                .allSatisfy(service -> assertThat(COMPOSE.environment(service).keySet())
                        .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET)")));
        assertThat(COMPOSE.secretFiles()).allSatisfy(file -> {
            assertThat(file).startsWithRaw(ComposeFile.FOLDER.resolve("secrets"));
            assertThat(file("prepare")).contains(file.getFileName().toString().replaceFirst("\\.key$", ""));
        });
    }

    @Test
    void theSignInIsOfTheVersionThatIsTested() throws IOException {
        assertThat(imagesIn(file("Dockerfile"))).contains("quay.io/keycloak/keycloak:" + property("keycloak.version"));
    }

    /** Themes are read in the server's home; all else belongs to its data, which are made anew at each start. */
    @Test
    void everythingOfKeycloakReachesItsServer() throws IOException {
        assertThat(file("Dockerfile")).contains("src/main/keycloak/ /opt/keycloak/");
        try (Stream<Path> parts = Files.list(Path.of("src", "main", "keycloak"))) {
            assertThat(parts.map(part -> part.getFileName().toString()).filter(part -> !part.equals("themes")))
                    .allSatisfy(part -> assertThat(file("keycloak/start")).contains(part));
        }
    }

    /** One name, one colour and one drawing for both, and the themes ask for the colour by the name under which it is given. */
    @Test
    void theSignInWearsWhatThePortalWears() throws IOException {
        for (String variable : List.of("SLUIS_BRAND_NAME", "SLUIS_BRAND_COLOUR")) {
            assertThat(COMPOSE.environment("keycloak").get(variable))
                    .isNotNull()
                    .isEqualTo(COMPOSE.environment("portal").get(variable));
        }
        for (String kind : List.of("login", "email")) {
            assertThat(Files.readString(Path.of("src/main/keycloak/themes/sluis", kind, "theme.properties")))
                    .contains("sluisColour=${env.SLUIS_BRAND_COLOUR:}");
        }
        assertThat(file("compose.yaml").split("SLUIS_BRAND_LOGO:-", -1)).hasSize(3);
    }

    /** The tests run on these commands; a server without them would be another one. */
    @Test
    void thePortalsServerIsToldWhatTheTestedOneIsTold() throws IOException {
        StackSettings settings = new StackSettings(
                Path.of("stack"),
                new Ports(8443, 8080, 8090, 0, 0, 0, 0, 0),
                Path.of("payara-micro.jar"),
                Path.of("keycloak.zip"),
                "0",
                Path.of("sluis.war"),
                Path.of("realm.json"),
                Path.of("themes"),
                Path.of("cache"));
        Secrets secrets = new Secrets(settings.directory());
        String tested = new PortalConfiguration(
                        settings,
                        secrets,
                        new Certificate(settings.directory().resolve("portal.p12"), secrets),
                        Database.PORTAL,
                        Map.of())
                .commands();
        assertThat(file("portal/before-start.asadmin").lines())
                .containsAll(tested.lines()
                        .filter(command -> !command.contains("https-listener.address="))
                        .toList());
    }

    private static List<String> imagesIn(String dockerfile) {
        return Pattern.compile("(?m)^FROM (\\S+)")
                .matcher(dockerfile)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String property(String name) throws IOException {
        return Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String file(String name) throws IOException {
        return Files.readString(ComposeFile.FOLDER.resolve(name));
    }
}
