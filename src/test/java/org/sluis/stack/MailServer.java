package org.sluis.stack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail server that keeps what it is given: SMTP in, IMAP out, any name and password may read. */
public final class MailServer implements Part {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE = 20_000;

    private final Ports ports;
    private final GreenMail server;

    MailServer(Ports ports) {
        this.ports = ports;
        this.server = new GreenMail(new ServerSetup[] {
                    setup(ports.smtp(), ServerSetup.PROTOCOL_SMTP), setup(ports.imap(), ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    /** Starts it, also after {@link #stop}, which forgets all mails; one that runs is left alone. */
    @Override
    public void start() {
        if (!server.isRunning()) {
            server.start();
        }
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Where mails are read. */
    public String url() {
        return "imap://localhost:" + ports.imap();
    }

    /** Every mail that arrived, oldest first. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, HOST, protocol);
        setup.setServerStartupTimeout(PATIENCE);
        return setup;
    }
}
