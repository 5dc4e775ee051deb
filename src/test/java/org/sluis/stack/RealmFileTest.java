package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an operator imports, and what only the demonstration adds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmFileTest {
    private static final Path FILE = Path.of("keycloak-realm.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode realm = JSON.createObjectNode();

    @BeforeAll
    void read() throws IOException {
        realm = JSON.readTree(FILE.toFile());
    }

    @Test
    void carriesNoAccountOfAPerson() {
        assertThat(realm.path("users")).hasSize(1);
        JsonNode only = realm.path("users").path(0);
        assertThat(only.path("serviceAccountClientId").asText()).isEqualTo(RealmFile.DIRECTORY_CLIENT);
        assertThat(only.has("credentials")).isFalse();
    }

    @Test
    void letsTheDirectoryManageUsersAndNothingElse() {
        JsonNode client = realm.path("clients").path(1);
        assertThat(client.path("clientId").asText()).isEqualTo(RealmFile.DIRECTORY_CLIENT);
        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(client.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        JsonNode account = realm.path("users").path(0);
        assertThat(account.has("realmRoles")).isFalse();
        assertThat(account.path("clientRoles").properties()).hasSize(1);
        assertThat(texts(account.at("/clientRoles/realm-management"))).containsExactly("manage-users");
        assertThat(texts(realm.at("/clientScopeMappings/realm-management/0/roles")))
                .containsExactly("manage-users");
    }

    @Test
    void takesSecretsFromTheEnvironment() {
        assertThat(realm.findValuesAsText("secret"))
                .containsExactly("${SLUIS_OIDC_CLIENT_SECRET}", "${SLUIS_DIRECTORY_CLIENT_SECRET}");
        assertThat(realm.has("smtpServer")).isFalse();
    }

    @Test
    void redirectsToExactAddressesOnly() {
        assertThat(texts(portal().path("redirectUris"))).containsExactly("${SLUIS_PUBLIC_URL}/callback");
        assertThat(portal().at("/attributes/post.logout.redirect.uris").asText())
                .isEqualTo("${SLUIS_PUBLIC_URL}/");
        assertThat(realm.toString()).doesNotContain("*");
    }

    @Test
    void allowsThePortalTheCodeFlowWithProofKeyAndNothingElse() {
        assertThat(portal().path("publicClient").asBoolean(true)).isFalse();
        assertThat(portal().path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(portal().path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(portal().path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(portal().path("serviceAccountsEnabled").asBoolean(true)).isFalse();
        assertThat(portal().at("/attributes/pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void letsTokensDieYoungAndRefreshTokensServeOnce() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    }

    @Test
    void guardsAccounts() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)", "notUsername", "passwordHistory(5)");
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
    }

    @Test
    void speaksTheThreeLanguages() {
        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(texts(realm.path("supportedLocales"))).containsExactlyInAnyOrder("en", "fr", "nl");
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("en");
    }

    @Test
    void letsOnlyAdministratorsChangeTheOrganisation() throws IOException {
        String profile = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asText();
        for (JsonNode attribute : JSON.readTree(profile).path("attributes")) {
            if (attribute.path("name").asText().equals("organisation")) {
                assertThat(texts(attribute.at("/permissions/edit"))).containsExactly("admin");
                return;
            }
        }
        throw new AssertionError("no attribute organisation in the user profile");
    }

    @Test
    void gainsAccountsAndTestClientInTheDemonstration() throws IOException {
        JsonNode demonstration = JSON.readTree(RealmFile.withDemonstration(FILE));
        assertThat(demonstration.path("users").findValuesAsText("username"))
                .containsAll(Demo.ACCOUNTS)
                .hasSize(Demo.ACCOUNTS.size() + 1);
        assertThat(demonstration.path("clients").findValuesAsText("clientId"))
                .containsExactly(RealmFile.PORTAL_CLIENT, RealmFile.DIRECTORY_CLIENT, RealmFile.DEMO_CLIENT);
    }

    @Test
    void mergesObjectsJoinsListsAndReplacesTheRest() throws IOException {
        JsonNode merged = RealmFile.merge(
                JSON.readTree("{\"kept\":1,\"list\":[1],\"inner\":{\"a\":1,\"b\":1},\"value\":\"old\"}"),
                JSON.readTree("{\"list\":[2],\"inner\":{\"b\":2},\"value\":\"new\",\"added\":true}"));
        assertThat(merged)
                .isEqualTo(JSON.readTree(
                        "{\"kept\":1,\"list\":[1,2],\"inner\":{\"a\":1,\"b\":2},\"value\":\"new\",\"added\":true}"));
    }

    private JsonNode portal() {
        return realm.path("clients").path(0);
    }

    private static List<String> texts(JsonNode list) {
        return JSON.convertValue(list, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
