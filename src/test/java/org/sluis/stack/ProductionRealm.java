package org.sluis.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The realm file as an operator imports it, with nothing relaxed but TLS, under another name beside the demonstration's realm.
 * Removed when closed.
 */
public final class ProductionRealm implements AutoCloseable {
    private static final String NAME = "sluis-production";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final RealmAdministration administration;

    public ProductionRealm(Stack stack) throws IOException {
        this.stack = stack;
        this.administration = new RealmAdministration(stack, NAME);
        administration.begin(file());
    }

    /** The file with its placeholders filled in, as Keycloak does from the environment, and a mail server. */
    private JsonNode file() throws IOException {
        String text = Files.readString(stack.settings().realm())
                .replace("${SLUIS_PUBLIC_URL}", stack.portal().url());
        ObjectNode file = (ObjectNode) JSON.readTree(text);
        file.put("realm", NAME);
        // In the stack nothing stands before Keycloak that would end TLS.
        file.put("sslRequired", "external");
        file.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", Integer.toString(stack.settings().ports().smtp()))
                .put("from", "keycloak@example.org");
        return file;
    }

    public void addAccount(String name, String password, String role) {
        administration.addAccount(name, password, role);
    }

    /** Where a browser begins to sign in, as the portal would send it there. */
    public String signIn() {
        return address("auth") + "?client_id=" + RealmFile.PORTAL_CLIENT + "&response_type=code&scope=openid"
                + "&redirect_uri=" + stack.portal().url() + "/callback"
                + "&code_challenge_method=S256&code_challenge=" + "a".repeat(43);
    }

    /** Where programs ask for tokens. */
    public String tokens() {
        return address("token");
    }

    private String address(String endpoint) {
        return "%s/realms/%s/protocol/openid-connect/%s"
                .formatted(stack.settings().keycloakUrl(), NAME, endpoint);
    }

    @Override
    public void close() {
        administration.end();
    }
}
