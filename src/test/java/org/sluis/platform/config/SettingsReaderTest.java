package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private final Map<String, String> values = SampleSettings.required();

    @Test
    void readsWhatIsThere() {
        assertThat(read().publicUrl()).hasToString("https://portal.example.org");
        assertThat(read().scanner().addresses()).containsExactly(InetSocketAddress.createUnresolved("localhost", 3310));
    }

    @Test
    void findsTheAdministrationOfAccountsBesideTheIssuer() {
        assertThat(read().directory().url()).hasToString("https://login.example.org/admin/realms/sluis");
        values.put("sluis.directory.url", "https://keycloak:8443/admin/realms/sluis/");
        assertThat(read().directory().url()).hasToString("https://keycloak:8443/admin/realms/sluis");
    }

    @Test
    void wantsToKnowTheRealmOfTheAdministration() {
        values.put("sluis.directory.url", "http://localhost:8080/admin");
        assertThatThrownBy(this::read).hasMessageContaining("sluis.directory.url is not the address of a realm's");
    }

    @Test
    void knowsTwoAnswersToAQuestion() {
        assertThat(read().directory().colleagues()).isTrue();
        values.put("sluis.people.colleagues", "false");
        assertThat(read().directory().colleagues()).isFalse();
        values.put("sluis.people.colleagues", "maybe");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.people.colleagues");
    }

    @Test
    void refersReadersToWhatTheOperatorNames() {
        assertThat(read().links()).isEqualTo(new Settings.Links(Optional.empty(), Optional.empty(), Optional.empty()));
        values.put("sluis.links.contact", "help@example.org");
        values.put("sluis.links.privacy", "https://www.example.org/privacy");
        assertThat(read().links().contact()).hasValue(URI.create("mailto:help@example.org"));
        assertThat(read().links().privacy()).hasValue(URI.create("https://www.example.org/privacy"));
        values.put("sluis.links.contact", "javascript:alert(1)");
        values.put("sluis.links.privacy", "http://www.example.org/privacy");
        assertThatThrownBy(this::read)
                .hasMessageContaining("sluis.links.contact")
                .hasMessageContaining("sluis.links.privacy");
    }

    @Test
    void wearsWhatTheOperatorGives(@TempDir Path directory) throws IOException {
        assertThat(read().brand()).isEqualTo(new Settings.Brand("Sluis", Optional.empty(), Optional.empty()));
        assertThat(read().mail().fromName()).isEqualTo("Sluis");
        Path logo = Files.writeString(directory.resolve("logo.svg"), "<?xml version='1.0'?><svg/>");
        values.put("sluis.brand.name", "Vlier documents");
        values.put("sluis.brand.logo", logo.toString());
        values.put("sluis.brand.colour", "#8A1C5B");
        assertThat(read().brand())
                .isEqualTo(new Settings.Brand(
                        "Vlier documents", Optional.of("<?xml version='1.0'?><svg/>"), Optional.of("#8a1c5b")));
        assertThat(read().mail().fromName()).isEqualTo("Vlier documents");
        values.put("sluis.mail.from-name", "Vlier");
        assertThat(read().mail().fromName()).isEqualTo("Vlier");
    }

    @Test
    void wearsNothingThatCannotBeRead(@TempDir Path directory) throws IOException {
        Path page = Files.writeString(directory.resolve("page.svg"), "<html><svg/></html>");
        values.put("sluis.brand.name", "two\nlines");
        values.put("sluis.brand.logo", page.toString());
        values.put("sluis.brand.colour", "#ffcc00");
        assertThatThrownBy(this::read)
                .hasMessageContaining("sluis.brand.name must have 1 to 40 characters")
                .hasMessageContaining("sluis.brand.logo is no SVG drawing")
                .hasMessageContaining("sluis.brand.colour is too light");
        values.put("sluis.brand.name", "\u200B\u202E");
        values.put("sluis.brand.colour", "#767676");
        assertThatThrownBy(this::read)
                .as("nothing to be seen; readable on white only")
                .hasMessageContaining("sluis.brand.name")
                .hasMessageContaining("sluis.brand.colour is too light");
        values.put("sluis.brand.logo", directory.resolve("none.svg").toString());
        values.put("sluis.brand.colour", "red");
        assertThatThrownBy(this::read)
                .hasMessageContaining("sluis.brand.logo cannot be read")
                .hasMessageContaining("sluis.brand.colour is not a colour");
    }

    @Test
    void readsScannersOnTcpAndUnixSockets() {
        values.put("sluis.scanner.addresses", "127.0.0.1:3310, [::1]:3311,unix:/run/clamav/clamd.ctl");
        assertThat(read().scanner().addresses())
                .containsExactly(
                        InetSocketAddress.createUnresolved("127.0.0.1", 3310),
                        InetSocketAddress.createUnresolved("[::1]", 3311),
                        UnixDomainSocketAddress.of("/run/clamav/clamd.ctl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:0", "clamd:70000", "clamd:3310,", ":3310", "unix:relative", "a b:3310"})
    void refusesSenselessScanners(String addresses) {
        values.put("sluis.scanner.addresses", addresses);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.scanner.addresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluis.public-url", "sluis.oidc.issuer", "sluis.directory.url"})
    void sendsSecretsAndTokensInTheClearToThisMachineOnly(String key) {
        for (String open : List.of(
                "http://login.example.org/realms/sluis",
                "http://10.0.0.1/",
                "http://localhost.example.org/",
                "http://127.0.0.1.example.org/",
                "http://127.0.0.1@example.org/",
                "ftp://localhost/")) {
            values.put(key, open);
            assertThatThrownBy(this::read)
                    .as(open)
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessageContaining(key);
        }
        for (String kept : List.of(
                "https://login.example.org:8443/realms/sluis",
                "http://localhost:8080/realms/sluis",
                "http://127.0.0.2/realms/sluis",
                "http://[::1]:8080/realms/sluis")) {
            values.put(key, key.equals("sluis.directory.url") ? kept.replace("/realms/", "/admin/realms/") : kept);
            read();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/sluis",
                "jdbc:postgresql://db/sluis?ssl=true",
                "jdbc:postgresql://db/sluis?sslmode=require",
                "jdbc:postgresql://db/sluis?sslmode=verify-ca",
                "jdbc:postgresql://localhost,db/sluis",
                "jdbc:postgresql://db/sluis?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:mysql://localhost/sluis",
                "localhost"
            })
    void refusesADatabaseThatIsNotProvenToBeIt(String url) {
        values.put("sluis.database.url", url);
        assertThatThrownBy(this::read).isInstanceOf(InvalidSettings.class).hasMessageContaining("sluis.database.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/sluis",
                "jdbc:postgresql:sluis",
                "jdbc:postgresql://[::1]/sluis",
                "jdbc:postgresql://db1,db2:5433/sluis?sslmode=verify-full&targetServerType=primary"
            })
    void takesADatabaseOnThisMachineOrOneThatIsProven(String url) {
        values.put("sluis.database.url", url);
        assertThat(read().database().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "clamd:3310; clamd",
                "clamd.scanners.internal:3310; *.scanners.internal",
                "10.8.255.1:3310; 10.8.0.0/16",
                "[fd00:8::1]:3310; fd00:8::/32",
                "localhost:3310,10.8.0.1:3310,clamd:3310; 10.8.0.0/16, clamd"
            })
    void sendsFilesInTheClearThroughNetworksNamedAsPrivate(String addresses, String networks) {
        values.put("sluis.scanner.addresses", addresses);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.scanner.addresses names");
        values.put("sluis.scanner.private-networks", networks);
        assertThat(read().scanner().addresses()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10.9.0.1:3310; 10.8.0.0/16",
                "clamd.example.org:3310; clamd",
                "scanners.internal.example.org:3310; *.scanners.internal",
                "[fd00:9::1]:3310; fd00:8::/32",
                "10.8.0.1.example.org:3310; 10.8.0.0/16",
                "10.8.0.1:3310; 10.8.0.0/33",
                "10.8.0.1:3310; 10.8.0.256/16",
                "10.8.0.1:3310; 10.8.0.0",
                "clamd:3310; clamd,"
            })
    void refusesScannersElsewhereAndNetworksThatAreNone(String addresses, String networks) {
        values.put("sluis.scanner.addresses", addresses);
        values.put("sluis.scanner.private-networks", networks);
        assertThatThrownBy(this::read).isInstanceOf(InvalidSettings.class).hasMessageContaining("sluis.scanner.");
    }

    @Test
    void namesEveryKeyThatIsMissingOrSenselessAtOnce() {
        values.remove("sluis.oidc.issuer");
        values.put("sluis.operator.port", "70000");
        values.put("sluis.blob.master-key", "c2hvcnQ=");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.oidc.issuer is missing")
                .hasMessageContaining("sluis.operator.port must lie between")
                .hasMessageContaining("sluis.blob.master-key is not 32 bytes");
    }

    @Test
    void knowsTheZoneOfThePortal() {
        assertThat(read().zone()).hasToString("Europe/Brussels");
        values.put("sluis.zone", "Mars/Olympus");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.zone is not a time zone");
    }

    @ParameterizedTest
    @CsvSource({"tls, 465", "starttls, 587", "none, 25"})
    void goesToThePortThatIsUsualForTheSecurityOfMail(String security, int port) {
        values.put("sluis.mail.security", security);
        assertThat(read().mail().port()).isEqualTo(port);
    }

    @Test
    void protectsMailUnlessToldOtherwise() {
        assertThat(read().mail().security()).isEqualTo(Settings.MailSecurity.STARTTLS);
    }

    @ParameterizedTest
    @CsvSource({
        "sluis.mail.host, '', is missing",
        "sluis.mail.from, Sluis <sluis@example.org>, is not a plain address",
        "sluis.mail.from, 'sluis@example.org\nBcc: x@example.org', is not a plain address",
        "sluis.mail.security, ssl, 'is none of tls, starttls and none'",
        "sluis.mail.port, 0, must lie between",
        "sluis.mail.user, sluis, password is missing",
        "sluis.mail.password, secret, user is missing",
        "sluis.mail.give-up, 3 days, is not an ISO 8601 duration"
    })
    void refusesSenselessSettingsOfMail(String key, String value, String complaint) {
        values.put(key, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.mail.")
                .hasMessageContaining(complaint);
    }

    @Test
    void sendsNoPasswordInTheClear() {
        values.putAll(
                Map.of("sluis.mail.security", "none", "sluis.mail.user", "sluis", "sluis.mail.password", "secret"));
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.mail.password would travel in the clear");
    }

    @Test
    void tellsNoSecret() {
        assertThat(read().toString()).doesNotContain("secret");
    }

    private Settings read() {
        return new SettingsReader(key -> Optional.ofNullable(values.get(key))).read();
    }
}
