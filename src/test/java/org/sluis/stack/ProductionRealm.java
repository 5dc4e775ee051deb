package org.sluis.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The realm file as an operator imports it, with nothing relaxed but TLS, under another name beside the demonstration's realm.
 * Removed when closed.
 */
public final class ProductionRealm implements AutoCloseable {
    private static final String NAME = "sluis-production";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String VERIFIER = "v".repeat(43);

    /** Placeholders that have a value where nobody fills them in. */
    private static final Pattern UNSET = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

    /** The placeholder, which nobody has filled in. */
    private static final String SECRET = "${SLUIS_OIDC_CLIENT_SECRET}";

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
                .replace("${SLUIS_PUBLIC_URL}", stack.portal().url())
                .replace("${SLUIS_BRAND_NAME:Sluis}", "Sluis")
                .replace("/realms/sluis/", "/realms/%s/".formatted(NAME));
        text = UNSET.matcher(text).replaceAll("$1");
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

    /** How strongly somebody has signed in: the {@code acr} of the ID token for the answer that their browser carried. */
    public String strength(String answer) {
        Matcher code = CODE.matcher(answer);
        if (!code.find()) {
            throw new StackException("no code in " + answer);
        }
        String form = Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        callback(),
                        "client_id",
                        RealmFile.PORTAL_CLIENT,
                        "client_secret",
                        SECRET,
                        "code_verifier",
                        VERIFIER)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokens()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            String tokens = Http.CLIENT.send(request, BodyHandlers.ofString()).body();
            String[] idToken = JSON.readTree(tokens).path("id_token").asText().split("\\.", -1);
            return JSON.readTree(Base64.getUrlDecoder().decode(idToken[1]))
                    .path("acr")
                    .asText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopping);
        }
    }

    /** Where a browser begins to sign in, as the portal would send it there. */
    public String signIn() {
        return address("auth") + "?client_id=" + RealmFile.PORTAL_CLIENT + "&response_type=code&scope=openid"
                + "&redirect_uri=" + callback()
                + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    /** Keycloak's own pages on which people see to their accounts. */
    public String accountPages() {
        return "%s/realms/%s/account/".formatted(stack.settings().keycloakUrl(), NAME);
    }

    private String callback() {
        return stack.portal().url() + "/callback";
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
