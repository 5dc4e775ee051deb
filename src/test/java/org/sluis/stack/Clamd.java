package org.sluis.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A private clamd with the portal's settings. Tests may stop, continue and kill it by {@link #pid}. */
public final class Clamd implements Part {
    public static final String HOST = "127.0.0.1";
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"));

    private final int port;
    private final Path directory;
    private final ChildProcess process;
    private final Map<String, String> otherwise;
    private volatile boolean officialDatabase;

    Clamd(StackSettings settings) {
        this(settings.directory(), settings.ports().clamd(), Map.of());
    }

    /** @param otherwise settings in {@code clamd.conf} that differ from the stack's */
    public Clamd(Path stack, int port, Map<String, String> otherwise) {
        this.port = port;
        this.directory = stack.resolve("clamd");
        this.process = new ChildProcess("clamd", stack);
        this.otherwise = Map.copyOf(otherwise);
    }

    @Override
    public void start() throws IOException, NoSuchAlgorithmException {
        Path temporary = PrivateFiles.directory(directory.resolve("tmp"));
        Path signatures = signatures();
        officialDatabase = new SignatureDatabase(signatures, SignatureDatabase.OFFICIAL).prepare();
        Path configuration = PrivateFiles.write(
                directory.resolve("clamd.conf"), ClamdConfiguration.of(HOST, port, signatures, temporary, otherwise));
        process.start(List.of(program().toString(), "--config-file=" + configuration), Map.of());
        process.await(Duration.ofMinutes(10), this::answersPing);
    }

    @Override
    public void stop() {
        process.stop();
    }

    public void kill() {
        process.kill();
    }

    /** SIGSTOP: it is still called, and says nothing. */
    public void suspend() throws IOException, InterruptedException {
        process.suspend();
    }

    /** SIGCONT: it goes on where it stopped. */
    public void resume() throws IOException, InterruptedException {
        process.resume();
    }

    /** Loads the signatures anew, as after an update. */
    public void reload() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("zRELOAD\0".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    /** Where its signatures are. */
    public Path signatures() {
        return directory.resolve("signatures");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Whether it knows more than EICAR. */
    public boolean hasOfficialDatabase() {
        return officialDatabase;
    }

    /** A copy under the stack's own name: Debian's AppArmor profile confines clamd, by path, to its system folders. */
    private Path program() throws IOException {
        Path installed = PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StackException("clamd is not installed (Debian: clamav-daemon)"));
        return Files.copy(
                installed,
                directory.resolve("clamd"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private boolean answersPing() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), US_ASCII).equals("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
