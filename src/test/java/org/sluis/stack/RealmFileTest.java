package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator imports, and what only the demonstration adds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmFileTest {
    private static final Path FILE = Path.of("keycloak-realm.json");
    private static final Path THEME = Path.of("src/main/keycloak/themes/sluis/login");

    /** Keycloak's own pages on which people see to their accounts, and what those pages ask. */
    private static final Set<String> OF_ACCOUNTS = Set.of("account", "account-console");

    private static final String EVERYBODY = "default-roles-sluis";
    private static final int NINETY_DAYS = 90 * 24 * 60 * 60;
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
        for (JsonNode client : realm.path("clients")) {
            List<String> allowed = texts(client.path("redirectUris"));
            if (OF_ACCOUNTS.contains(client.path("clientId").asText())) {
                assertThat(allowed).containsExactly("/realms/sluis/account/*");
            } else {
                assertThat(allowed).noneMatch(address -> address.contains("*"));
            }
        }
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
    void putsRolesFlatIntoTheClaimThePortalReads() {
        JsonNode groups = mapper("groups");
        assertThat(groups.path("protocolMapper").asText()).isEqualTo("oidc-usermodel-realm-role-mapper");
        assertThat(groups.at("/config/claim.name").asText()).isEqualTo("groups");
        assertThat(groups.at("/config/multivalued").asText()).isEqualTo("true");
        assertThat(groups.at("/config/access.token.claim").asText()).isEqualTo("true");
        assertThat(groups.at("/config/introspection.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void namesTheApiAsAudience() {
        JsonNode audience = mapper("audience");
        assertThat(audience.path("protocolMapper").asText()).isEqualTo("oidc-audience-mapper");
        assertThat(audience.at("/config/included.custom.audience").asText()).isEqualTo("sluis-api");
        assertThat(audience.at("/config/access.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void tellsThePortalOfEndedSessions() {
        assertThat(portal().at("/attributes/backchannel.logout.url").asText())
                .isEqualTo("${SLUIS_PUBLIC_URL}/back-channel-logout");
        assertThat(portal().at("/attributes/backchannel.logout.session.required")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void letsTokensDieYoungAndRefreshTokensServeOnce() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(60, 300);
        assertThat(realm.findValues("access.token.lifespan")).isEmpty();
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isEqualTo(1_800);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(36_000);
    }

    /** What {@code LabelRule} mirrors: whoever changes the one looks at the other. */
    @Test
    void asksOfNamesAndAddressesWhatThePortalAsksToo() throws IOException {
        JsonNode profile = JSON.readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .path(0)
                .asText());
        Map<String, String> asked = new TreeMap<>();
        profile.path("attributes")
                .forEach(attribute -> asked.put(
                        attribute.path("name").asText(),
                        attribute.path("validations").toString()));
        assertThat(asked)
                .containsEntry("email", "{\"length\":{\"max\":255},\"email\":{}}")
                .containsEntry("firstName", "{\"length\":{\"max\":255},\"person-name-prohibited-characters\":{}}")
                .containsEntry("lastName", "{\"length\":{\"max\":255},\"person-name-prohibited-characters\":{}}")
                .hasSize(7);
    }

    @Test
    void slowsGuessingDown() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(3, 10);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isPositive();
    }

    @Test
    void wantsLongPasswordsThatAreNotTheNameAndWereNotUsedBefore() {
        assertThat(realm.path("passwordPolicy").asText().split(" and "))
                .containsExactlyInAnyOrder(
                        "length(12)",
                        "notUsername(undefined)",
                        "notContainsUsername(undefined)",
                        "notEmail(undefined)",
                        "passwordHistory(5)",
                        "passwordBlacklist(sluis-passwords.txt)");
    }

    @Test
    void refusesCommonPasswordsThatWouldBeLongEnough() throws IOException {
        List<String> common = Files.readAllLines(Path.of("src/main/keycloak/password-blacklists/sluis-passwords.txt"));
        assertThat(common)
                .hasSizeGreaterThan(10_000)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.length() >= 12)
                .allMatch(password -> password.equals(password.toLowerCase(Locale.ROOT)))
                .contains(
                        "password1234",
                        "wachtwoord123",
                        "motdepasse123",
                        "qwertyuiop123",
                        "azertyuiop123",
                        "123456789012");
    }

    @Test
    void letsNobodyInWhoWasNotInvitedOrWhoseAddressIsNotProven() {
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("all");
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
    }

    @Test
    void everyRoleButTheClientsIsAnEmployees() {
        for (JsonNode role : realm.at("/roles/realm")) {
            String name = role.path("name").asText();
            if (!Set.of("client", "employee", EVERYBODY).contains(name)) {
                assertThat(texts(role.at("/composites/realm"))).as(name).containsExactly("employee");
            }
        }
        assertThat(realm.at("/roles/realm").findValuesAsText("name"))
                .containsExactlyInAnyOrder("client", "employee", "inspector", "admin", "dpo", EVERYBODY);
    }

    @Test
    void asksEverybodyWhoHasASecondFactorForIt() {
        assertThat(steps("sluis browser")).containsExactly("auth-cookie ALTERNATIVE", "sluis sign-in ALTERNATIVE");
        assertThat(steps("sluis sign-in"))
                .containsExactly(
                        "auth-username-password-form REQUIRED",
                        "sluis second factor CONDITIONAL",
                        "sluis employees CONDITIONAL");
        assertThat(steps("sluis second factor"))
                .containsExactly(
                        "conditional-user-configured REQUIRED",
                        "conditional-level-of-authentication REQUIRED",
                        "webauthn-authenticator ALTERNATIVE",
                        "auth-otp-form ALTERNATIVE");
        assertThat(realm.path("browserFlow").asText()).isEqualTo("sluis browser");
    }

    @Test
    void makesEmployeesWithoutOneSetOneUp() {
        assertThat(steps("sluis employees"))
                .containsExactly(
                        "conditional-user-role REQUIRED",
                        "conditional-sub-flow-executed REQUIRED",
                        "conditional-level-of-authentication REQUIRED",
                        "auth-otp-form REQUIRED");
        assertThat(configuration("employees").path("condUserRole").asText()).isEqualTo("employee");
        assertThat(configuration("employees").path("negate").asText()).isEqualTo("false");
        assertThat(configuration("no second factor yet").path("flow_to_check").asText())
                .isEqualTo("sluis second factor");
        assertThat(configuration("no second factor yet").path("check_result").asText())
                .isEqualTo("not-executed");
    }

    /** Keycloak answers 500 to a known browser where a level stands twice in a flow, so there are two, with one name. */
    @Test
    void saysInTokensThatTwoFactorsWereUsed() {
        List<String> steps = List.of("two factors", "two factors at last");
        assertThat(steps)
                .extracting(
                        step -> configuration(step).path("loa-condition-level").asText())
                .containsExactly("2", "3");
        assertThat(steps)
                .extracting(step -> configuration(step).path("loa-max-age").asText())
                .containsOnly(realm.path("ssoSessionMaxLifespan").asText());
        assertThat(realm.at("/attributes/acr.loa.map").asText()).isEqualTo("{\"2\":2}");
    }

    @Test
    void offersCodesAndSecurityKeysToEverybody() {
        assertThat(realm.path("requiredActions").findValuesAsText("alias"))
                .contains(
                        "CONFIGURE_TOTP", "webauthn-register", "delete_credential", "UPDATE_PASSWORD", "VERIFY_EMAIL");
        assertThat(realm.path("requiredActions"))
                .allMatch(action -> action.path("enabled").asBoolean());
        assertThat(realm.path("otpPolicyType").asText()).isEqualTo("totp");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
        assertThat(realm.path("webAuthnPolicyRpEntityName").asText()).isEqualTo("${SLUIS_BRAND_NAME:Sluis}");
        assertThat(texts(realm.path("webAuthnPolicySignatureAlgorithms"))).contains("ES256");
    }

    @Test
    void leavesNoWayAroundTheSecondFactor() {
        assertThat(realm.path("directGrantFlow").asText()).isEqualTo("sluis no direct grant");
        assertThat(steps("sluis no direct grant")).containsExactly("deny-access-authenticator REQUIRED");
        assertThat(realm.path("resetCredentialsFlow").asText()).isEqualTo("sluis reset credentials");
        assertThat(steps("sluis reset credentials"))
                .containsExactly(
                        "reset-credentials-choose-user REQUIRED",
                        "reset-credential-email REQUIRED",
                        "reset-password REQUIRED");
        assertThat(configuration("sign in again").path("force-login").asText()).isEqualTo("true");
    }

    @Test
    void keepsEventsForAWhile() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("eventsExpiration").asInt()).isEqualTo(NINETY_DAYS);
        assertThat(realm.at("/attributes/adminEventsExpiration").asText()).isEqualTo(Integer.toString(NINETY_DAYS));
    }

    @Test
    void speaksTheThreeLanguages() {
        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(texts(realm.path("supportedLocales"))).containsExactlyInAnyOrder("en", "fr", "nl");
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("en");
    }

    @Test
    void wearsThePortalsLooks() {
        assertThat(realm.path("loginTheme").asText()).isEqualTo("sluis");
        assertThat(realm.path("emailTheme").asText()).isEqualTo("sluis");
        assertThat(THEME.resolve("theme.properties")).exists();
    }

    /** Keycloak gives its own account pages no scopes where a realm file brings scopes of its own: without roles they show nothing. */
    @Test
    void letsEverybodySeeToTheirOwnPasswordSecondFactorAndSessions() {
        assertThat(realm.at("/defaultRole/name").asText()).isEqualTo(EVERYBODY);
        JsonNode everybody = named(realm.at("/roles/realm"), "name", EVERYBODY);
        assertThat(texts(everybody.at("/composites/client/account")))
                .containsExactlyInAnyOrder("manage-account", "view-profile");
        assertThat(everybody.path("composites")).hasSize(1);
        JsonNode console = named(realm.path("clients"), "clientId", "account-console");
        assertThat(texts(console.path("defaultClientScopes"))).contains("basic", "roles");
        assertThat(console.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(realm.at("/clientScopeMappings/account/0/client").asText()).isEqualTo("account-console");
        assertThat(texts(realm.at("/clientScopeMappings/account/0/roles"))).containsExactly("manage-account");
    }

    /** A borrowed session, or a member's whim, must not decide whom a grant or a mail goes to. */
    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "firstName", "lastName", "organisation", "invitedBy", "invitedOf"})
    void letsOnlyAdministratorsChangeWhoSomebodyIs(String name) throws IOException {
        String profile = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asText();
        for (JsonNode attribute : JSON.readTree(profile).path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                assertThat(texts(attribute.at("/permissions/edit"))).containsExactly("admin");
                return;
            }
        }
        throw new AssertionError("no attribute %s in the user profile".formatted(name));
    }

    @Test
    void gainsAccountsAndTestClientInTheDemonstration() throws IOException {
        JsonNode demonstration = JSON.readTree(RealmFile.withDemonstration(FILE));
        assertThat(demonstration.path("users").findValuesAsText("username"))
                .containsAll(Demo.ACCOUNTS)
                .hasSize(Demo.ACCOUNTS.size() + 1);
        assertThat(demonstration.path("clients").findValuesAsText("clientId"))
                .contains(RealmFile.PORTAL_CLIENT, RealmFile.DIRECTORY_CLIENT, RealmFile.DEMO_CLIENT)
                .hasSize(3 + OF_ACCOUNTS.size());
    }

    @Test
    void demonstrationNeedsNoSecondFactorAndSaysSo() throws IOException {
        JsonNode demonstration = JSON.readTree(RealmFile.withDemonstration(FILE));
        assertThat(demonstration.path("browserFlow").asText()).isEqualTo("demonstration browser");
        assertThat(demonstration.path("passwordPolicy").asText()).isEqualTo("length(3) and hashIterations(1)");
        assertThat(demonstration.path("sslRequired").asText()).isEqualTo("external");
        for (String language : List.of("en", "fr", "nl")) {
            assertThat(demonstration
                            .at("/localizationTexts/" + language + "/sluisNotice")
                            .asText())
                    .isNotBlank();
        }
        assertThat(realm.findValues("sluisNotice")).isEmpty();
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

    private List<String> steps(String flow) {
        JsonNode found = named(realm.path("authenticationFlows"), "alias", flow);
        return StreamSupport.stream(found.path("authenticationExecutions").spliterator(), false)
                .sorted(Comparator.comparingInt(step -> step.path("priority").asInt()))
                .map(step -> step.path(step.path("authenticatorFlow").asBoolean() ? "flowAlias" : "authenticator")
                                .asText()
                        + " " + step.path("requirement").asText())
                .toList();
    }

    private JsonNode configuration(String step) {
        assertThat(realm.findValuesAsText("authenticatorConfig")).contains(step);
        return named(realm.path("authenticatorConfig"), "alias", step).path("config");
    }

    private JsonNode mapper(String name) {
        return named(named(realm.path("clientScopes"), "name", "sluis").path("protocolMappers"), "name", name);
    }

    private static JsonNode named(JsonNode list, String member, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(member).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private JsonNode portal() {
        return named(realm.path("clients"), "clientId", RealmFile.PORTAL_CLIENT);
    }

    private static List<String> texts(JsonNode list) {
        return JSON.convertValue(list, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
