package org.sluis.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The portal's certificate for localhost, made at the first start and signed by itself. */
final class Certificate {
    static final String ALIAS = "sluis";
    private static final String PASSWORD_VARIABLE = "SLUIS_KEYSTORE_PASSWORD";

    private final Path file;
    private final Secrets secrets;

    Certificate(Path file, Secrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    static Certificate ofPortal(StackSettings settings, Secrets secrets) {
        return new Certificate(settings.directory().resolve("portal").resolve("portal.p12"), secrets);
    }

    Path file() {
        return file;
    }

    String password() {
        return secrets.password("keystore");
    }

    /** Two parts of the stack need it, whichever comes first. */
    synchronized void makeOnce() throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        PrivateFiles.directory(file.resolveSibling("."));
        Path part = Path.of(file + ".part");
        Files.deleteIfExists(part);
        ProcessBuilder keytool = new ProcessBuilder(
                        JavaHome.program("keytool"),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-ext",
                        "eku=serverAuth",
                        "-validity",
                        "825",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        part.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.environment().put(PASSWORD_VARIABLE, password());
        Process made = keytool.start();
        if (!made.waitFor(5, TimeUnit.MINUTES) || made.exitValue() != 0) {
            throw new StackException("keytool made no certificate");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The certificate alone, for whoever is to trust it (RFC 7468). */
    String pem() {
        try {
            String base64 = Base64.getMimeEncoder().encodeToString(stored().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("the portal's certificate is unreadable", e);
        }
    }

    /** Trusts this certificate and no other. */
    SSLContext trust() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, stored());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("the portal's certificate is unreadable", e);
        }
    }

    private java.security.cert.Certificate stored() throws IOException, GeneralSecurityException {
        try (InputStream stored = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, password().toCharArray());
            return keys.getCertificate(ALIAS);
        }
    }
}
