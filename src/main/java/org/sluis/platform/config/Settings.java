package org.sluis.platform.config;

import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Every setting of the portal, typed and known to be sensible. Read once by {@link SettingsReader} from MicroProfile
 * Config; the manual lists each key.
 *
 * @param publicUrl where people reach the portal, without a trailing slash
 * @param operatorPort the port of the listener that alone answers health and metrics
 * @param zone the time zone in which people read moments and days
 */
public record Settings(
        URI publicUrl,
        Database database,
        Oidc oidc,
        Directory directory,
        Blobs blobs,
        Scanner scanner,
        Inspection inspection,
        Intake intake,
        Quarantine quarantine,
        Rescan rescan,
        Search search,
        Uploads uploads,
        Archives archives,
        Downloads downloads,
        TrailExport trailExport,
        Sessions sessions,
        Mail mail,
        Brand brand,
        Links links,
        int operatorPort,
        ZoneId zone) {

    /**
     * Two logins on one database: the owner migrates, the application's own role works.
     *
     * @param url a JDBC URL of PostgreSQL
     */
    public record Database(String url, String user, String ownerUser, String ownerPassword) {}

    /**
     * The identity provider.
     *
     * @param issuer the exact issuer of tokens; its discovery document is below it
     * @param audience what the audience of a bearer token must contain
     * @param employeeAcr how strongly employees must have signed in ({@code acr}), where that is looked at
     */
    public record Oidc(
            URI issuer, String clientId, String clientSecret, String audience, Optional<String> employeeAcr) {}

    /**
     * The administration of accounts at the identity provider, and what it is used for.
     *
     * @param url the administration address of the realm
     * @param patience how long one answer may take
     * @param invitation for how long the link of an invitation works
     * @param reconciliation how often accounts and persons are compared
     * @param colleagues whether organisations may invite and disable their own people
     * @param invitations how many people one member may invite in a day
     * @param organisationInvitations how many all members of one organisation may invite together
     */
    public record Directory(
            URI url,
            String clientId,
            String clientSecret,
            Duration patience,
            Duration invitation,
            Duration reconciliation,
            boolean colleagues,
            int invitations,
            int organisationInvitations) {}

    /**
     * The store of bytes.
     *
     * @param masterKey 32 bytes, base64: wraps the key of each blob
     * @param reserve bytes that must stay free; an upload that would need them is refused
     * @param verificationPace bytes a second that a verification of all content reads at the most
     */
    public record Blobs(Path directory, String masterKey, long reserve, long verificationPace) {}

    /**
     * The clamds that are asked.
     *
     * @param addresses of TCP or Unix sockets
     * @param atOnce scans each of them is given at the same time
     * @param patience how long one may stand still
     * @param slowest bytes one decides on in a second at the very least
     * @param window bytes one is sent at a time; it is proven to take that many. Longer sound and film comes in windows
     * @param heuristics what it means when one reports a heuristic
     */
    public record Scanner(
            List<SocketAddress> addresses,
            int atOnce,
            Duration patience,
            long slowest,
            long window,
            Heuristics heuristics) {}

    /**
     * What taking one file apart may cost, and the child processes that do it.
     *
     * @param members files inside a file, at all depths together
     * @param depth how deep they may lie; the members of an archive lie at 1
     * @param expanded bytes of all members together
     * @param ratio expanded bytes for each byte of the file
     * @param time of a processor that a child may use on one file
     * @param memory heap of a child, in bytes
     * @param children how many files are taken apart at once
     * @param queue how many may wait for that; more are tried again later
     * @param sandbox bubblewrap, which holds the children where the system lets it
     * @param sandboxRequired whether no file is taken apart where it does not
     */
    public record Inspection(
            int members,
            int depth,
            long expanded,
            int ratio,
            Duration time,
            long memory,
            int children,
            int queue,
            Path sandbox,
            boolean sandboxRequired) {}

    /**
     * Reception and checking.
     *
     * @param patience how long an upload waits for its verdict before it answers "still checking"
     * @param lease how long a node may be silent before another takes over its check
     * @param retryCap the longest delay between two attempts
     * @param longestUpload no upload takes longer: what is left of one that began before was cut off
     * @param overdue after how long without a verdict an alarm is raised
     */
    public record Intake(
            Duration patience, Duration lease, Duration retryCap, Duration longestUpload, Duration overdue) {}

    /**
     * What was refused.
     *
     * @param keep how long content that a rule refused is kept sealed for a second look; nothing destroys it at once
     */
    public record Quarantine(Duration keep) {}

    /**
     * Scanning stored content again.
     *
     * @param interval after how long a round begins although no scanner told of new signatures
     * @param pace bytes a second that one node has scanned again
     */
    public record Rescan(Duration interval, long pace) {}

    /**
     * What is taken of each content so that it is found by its words.
     *
     * @param characters of its text at the most
     * @param words of that at the most
     * @param time of a processor that taking it may cost
     * @param attempts before it is given up
     */
    public record Search(int characters, int words, Duration time, int attempts) {}

    /**
     * What one person may send, and all together.
     *
     * @param atOnce uploads under way at the same time
     * @param pending bytes that are sent or wait for their verdict
     * @param slowest bytes a second that must come
     * @param window over which that is measured
     * @param whole bytes a file may have that is sent whole, in one request
     * @param expiry how long an upload in pieces may take
     * @param receiving uploads of all people under way at the same time, each of which holds a thread of the server
     */
    public record Uploads(
            int atOnce, long pending, long slowest, Duration window, long whole, Duration expiry, int receiving) {}

    /**
     * Sessions of browsers.
     *
     * @param idle how long a session lives without a request
     * @param absolute how long it lives at most, whatever happens in it
     */
    public record Sessions(Duration idle, Duration absolute) {}

    /**
     * Several documents in one download.
     *
     * @param members how many at most
     * @param total bytes of all of them together
     * @param atOnce how many such downloads one person may have under way at the same time
     */
    public record Archives(int members, long total, int atOnce) {}

    /**
     * Contents and archives on their way out, each of which holds a thread of the server. Small contents are not counted.
     *
     * @param atOnce how many one person may have under way at the same time
     * @param sending how many of all people may be under way at the same time
     * @param slowest bytes a second that must be taken
     * @param window over which that is measured
     */
    public record Downloads(int atOnce, int sending, long slowest, Duration window) {}

    /**
     * What of the trail leaves the portal at once.
     *
     * @param days how many one file may tell of
     */
    public record TrailExport(int days) {}

    /**
     * The relay that takes the portal's mails.
     *
     * @param from the sender's address, which also hears of what cannot be delivered
     * @param fromName what mail programs show in its place
     * @param account by which the portal signs in at the relay, where it does
     * @param patience how long the relay may stand still
     * @param retryCap the longest delay between two attempts at one mail
     * @param giveUp how long a mail is attempted
     */
    public record Mail(
            String host,
            int port,
            MailSecurity security,
            String from,
            String fromName,
            Optional<MailAccount> account,
            Duration patience,
            Duration retryCap,
            Duration giveUp) {}

    /**
     * What the portal wears.
     *
     * @param name how people call it
     * @param logo an SVG drawing in place of the portal's own
     * @param colour of buttons and links, as {@code #rrggbb}; white text on it can be read
     */
    public record Brand(String name, Optional<String> logo, Optional<String> colour) {}

    /**
     * What every page refers its readers to, where the operator has such a page or address.
     *
     * @param contact whom to ask: {@code https} or {@code mailto}
     * @param privacy what is done with personal data
     * @param legal on what terms the portal is offered, and by whom
     */
    public record Links(Optional<URI> contact, Optional<URI> privacy, Optional<URI> legal) {}

    /** How mails travel to the relay. */
    public enum MailSecurity {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Turned into TLS before anything is said, or not used (RFC 3207). */
        STARTTLS,
        /** In the clear, for a relay on the same machine or a network of its own. */
        NONE
    }

    /** Name and password at the relay. */
    public record MailAccount(String user, String password) {}

    /** Secrets stay out of logs and messages. */
    @Override
    public String toString() {
        return "Settings[publicUrl=%s, operatorPort=%d]".formatted(publicUrl, operatorPort);
    }
}
