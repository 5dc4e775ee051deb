package org.sluis.platform.config;

import java.net.URI;
import java.time.Duration;

/** Reads where the realm's accounts are kept, and who may be invited how often. */
final class DirectorySettings {

    private final SettingsReader values;

    DirectorySettings(SettingsReader values) {
        this.values = values;
    }

    Settings.Directory read() {
        return new Settings.Directory(
                ofARealm(administration()),
                values.text("sluis.directory.client-id"),
                values.text("sluis.directory.client-secret"),
                values.duration("sluis.directory.patience", Duration.ofSeconds(5)),
                values.duration("sluis.directory.invitation", Duration.ofDays(3)),
                values.duration("sluis.directory.reconciliation", Duration.ofMinutes(10)),
                values.flag("sluis.people.colleagues", true),
                (int) values.number("sluis.people.invitations", 20, 1, 100_000),
                (int) values.number("sluis.people.organisation-invitations", 50, 1, 100_000));
    }

    /** Keycloak keeps the administration of a realm beside its issuer. */
    private URI administration() {
        return values.value("sluis.directory.url").isPresent()
                ? values.url("sluis.directory.url")
                : URI.create(values.value("sluis.oidc.issuer")
                        .filter(SettingsReader::isUrl)
                        .orElse("")
                        .replaceFirst("/realms/(?=[^/]+/?$)", "/admin/realms/")
                        .replaceFirst("/$", ""));
    }

    /** Only such an address says of which realm tokens for the administration are asked. */
    private URI ofARealm(URI administration) {
        if (!administration.toString().isEmpty() && !administration.getPath().matches(".*/admin/realms/[^/]+")) {
            values.complain("sluis.directory.url is not the address of a realm's administration (…/admin/realms/name)");
        }
        return administration;
    }
}
