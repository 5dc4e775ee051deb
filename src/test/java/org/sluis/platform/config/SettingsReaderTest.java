package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private final Map<String, String> values = new HashMap<>(Map.ofEntries(
            Map.entry("sluis.public-url", "https://portal.example.org/"),
            Map.entry("sluis.database.url", "jdbc:postgresql://db/sluis"),
            Map.entry("sluis.database.user", "app"),
            Map.entry("sluis.database.password", "secret"),
            Map.entry("sluis.database.owner-user", "owner"),
            Map.entry("sluis.database.owner-password", "secret"),
            Map.entry("sluis.oidc.issuer", "https://login.example.org/realms/sluis"),
            Map.entry("sluis.oidc.client-id", "portal"),
            Map.entry("sluis.oidc.client-secret", "secret"),
            Map.entry("sluis.oidc.audience", "sluis-api"),
            Map.entry("sluis.directory.client-id", "directory"),
            Map.entry("sluis.directory.client-secret", "secret"),
            Map.entry("sluis.blob.directory", "/var/lib/sluis"),
            Map.entry("sluis.blob.master-key", Base64.getEncoder().encodeToString(new byte[32])),
            Map.entry("sluis.scanner.addresses", "clamd:3310"),
            Map.entry("sluis.operator.port", "8090")));

    @Test
    void readsWhatIsThere() {
        assertThat(read().publicUrl()).hasToString("https://portal.example.org");
        assertThat(read().scanner().addresses()).containsExactly(InetSocketAddress.createUnresolved("clamd", 3310));
    }

    @Test
    void findsTheAdministrationOfAccountsBesideTheIssuer() {
        assertThat(read().directory().url()).hasToString("https://login.example.org/admin/realms/sluis");
        values.put("sluis.directory.url", "http://keycloak:8080/admin/realms/sluis/");
        assertThat(read().directory().url()).hasToString("http://keycloak:8080/admin/realms/sluis");
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

    @Test
    void tellsNoSecret() {
        assertThat(read().toString()).doesNotContain("secret");
    }

    private Settings read() {
        return new SettingsReader(key -> Optional.ofNullable(values.get(key))).read();
    }
}
