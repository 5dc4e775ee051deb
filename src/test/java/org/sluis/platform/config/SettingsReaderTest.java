package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private final Map<String, String> values = SampleSettings.required();

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
