package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Pdemo}: the whole portal on this machine, until Ctrl-C or SIGTERM. */
public final class Demo {
    /** The demonstration's accounts. The password equals the name. */
    public static final List<String> ACCOUNTS =
            List.of("client-a1", "client-a2", "client-b1", "inspector-1", "inspector-2", "admin", "admin-2", "dpo");

    private Demo() {}

    /** Starts the stack in the directory {@code sluis.demo.directory} and stays. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(System.getProperty("sluis.demo.directory", "target/demo"));
        Stack stack = new Stack(StackSettings.of(directory, Ports.ofDemonstration()), Demo::say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stack-stop"));
        say("Starting five parts side by side; the first time takes minutes, because Keycloak is unpacked and built.");
        stack.start(isReset());
        announce(stack);
        new CountDownLatch(1).await();
    }

    private static boolean isReset() {
        return !System.getProperty("demo.reset", "false").equals("false");
    }

    private static void announce(Stack stack) {
        if (!stack.clamd().hasOfficialDatabase()) {
            say("");
            say("!!! The scanner has NO official virus database (freshclam brought none to "
                    + SignatureDatabase.OFFICIAL + ").");
            say("!!! It knows the EICAR test file and no real malware.");
        }
        say("");
        say("Portal     " + stack.portal().url() + "  (its certificate is its own: the browser will ask)");
        say("Operator   " + stack.portal().operatorUrl() + "/health  and  /metrics");
        say("Keycloak   " + stack.settings().keycloakUrl());
        say("Mail       " + stack.mail().url() + "  (any name and password)");
        say("Accounts   " + String.join(", ", ACCOUNTS) + "  (password = name)");
        say("Addresses  " + stack.settings().directory().resolve(StackProperties.FILE));
        say("");
        say("Read on in README.md. Ctrl-C stops everything; data stays until -Ddemo.reset.");
    }

    private static void stop(Stack stack) {
        try {
            stack.close();
            say("Stopped.");
        } catch (IOException e) {
            say("Not everything could be stopped: " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
