package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** People at work with the portal: who they are, and the steps most tests begin with. */
final class Desk {

    static final String REPORT = "{\"title\":\"Strength of batch 7\",\"category\":\"test-report\"}";
    static final byte[] TEXT = "28 days: 52,5 N/mm2\n".getBytes(StandardCharsets.UTF_8);

    final Stack stack = SharedStack.get();
    private final Map<String, RestClient> people = new ConcurrentHashMap<>();

    /** The person of that account, known to the portal. */
    RestClient person(String account) {
        return people.computeIfAbsent(account, name -> {
            RestClient person = new RestClient(stack, name);
            assertThat(person.get("/me").statusCode()).isEqualTo(200);
            return person;
        });
    }

    String idOf(String account) {
        return RestClient.json(person(account).get("/me")).path("id").asText();
    }

    /** A document of {@code client-a1} that has passed the gate. */
    String released(String fileName, byte[] content) {
        RestClient client = person("client-a1");
        return client.released(client.upload(REPORT, fileName, content));
    }

    String released() {
        return released("report.txt", TEXT);
    }

    /** Text that does not repeat, so that no part of it can pass for another. */
    static byte[] text(int length) {
        Random random = new Random(11);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        return text;
    }

    void grant(String document, String account, String right) {
        String order = "{\"principal\":{\"type\":\"PERSON\",\"id\":\"%s\"},\"right\":\"%s\",\"purpose\":\"inspection\"}"
                .formatted(idOf(account), right);
        assertThat(person("admin")
                        .post("/documents/" + document + "/grants", order)
                        .statusCode())
                .isEqualTo(201);
    }

    /** The only number of a query, asked of the database itself. */
    long number(String query) {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes one row behind the portal's back. */
    void change(String update) {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(update)).isEqualTo(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
