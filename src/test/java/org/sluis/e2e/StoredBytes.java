package org.sluis.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** The file in which the portal keeps the current bytes of a document, for tests that tamper with it. */
record StoredBytes(Path file) {

    static StoredBytes of(Desk desk, String document) {
        String query = """
                select blob_id from document d join document_version v
                on v.document_id = d.id and v.number = d.current_version where d.id = '%s'
                """.formatted(document);
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query);
                Stream<Path> files = Files.walk(desk.stack.portal().storage())) {
            row.next();
            String blob = row.getString(1);
            return new StoredBytes(
                    files.filter(path -> path.endsWith(blob)).findFirst().orElseThrow());
        } catch (SQLException unknown) {
            throw new IllegalStateException(unknown);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes one bit of the byte that lies at this part of the file, between 0 and 1. */
    void flip(double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (part * (bytes.length - 1))] ^= 1;
        Files.write(file, bytes);
    }

    void cut(int length) throws IOException {
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));
    }
}
