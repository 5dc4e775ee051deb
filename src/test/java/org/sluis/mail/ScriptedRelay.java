package org.sluis.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that misbehaves: it answers each command as written, and nothing where nothing is written. */
final class ScriptedRelay implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> answers;

    /** @param answers the greeting, then one answer for each command; an empty one is silence */
    ScriptedRelay(String... answers) {
        this.answers = List.of(answers);
        try {
            this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread thread = new Thread(this::serve, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What the client said, line by line. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            for (String answer : answers) {
                if (!answer.isEmpty()) {
                    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                heard.add(line);
            }
        } catch (IOException clientGone) {
            heard.add("gone");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
