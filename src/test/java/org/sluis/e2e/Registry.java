package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sluis.stack.RealmAdministration;

/** An administrator at the register of people and organisations: the steps most tests of it begin with. */
final class Registry {

    final Desk desk = new Desk();
    final RestClient admin = desk.person("admin");

    /** Known to the portal from the beginning, so that there are two to ask. */
    final RestClient second = desk.person("admin-2");

    final RealmAdministration realm = new RealmAdministration(desk.stack);

    static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** An address of which no account exists yet. */
    static String address() {
        return unique("someone") + "@example.org";
    }

    String organisation(String type) {
        HttpResponse<byte[]> founded = admin.post(
                "/organisations", "{\"name\":\"%s\",\"type\":\"%s\"}".formatted(unique("Organisation"), type));
        assertThat(founded.statusCode()).isEqualTo(201);
        return RestClient.json(founded).path("id").asText();
    }

    /** A client user who was invited and has done what the mail asks for. */
    String member(String address, String organisation) {
        HttpResponse<byte[]> invited = invite("""
                {"givenName":"Mia","familyName":"Member","email":"%s","language":"nl","roles":["client"],
                 "organisationId":"%s"}""".formatted(address, organisation));
        assertThat(invited.statusCode())
                .as(new String(invited.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        realm.welcome(address);
        return RestClient.json(invited).path("id").asText();
    }

    /** An employee whom one administrator has proposed, the second consented to, and who has done what the mail asks for. */
    String employee(String address, String role) {
        HttpResponse<byte[]> proposed = invite("""
                {"givenName":"Eva","familyName":"Employee","email":"%s","language":"en","roles":["%s"]}""".formatted(address, role));
        assertThat(proposed.statusCode())
                .as(new String(proposed.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        String proposal = RestClient.location(proposed);
        String person = RestClient.json(admin.get(proposal)).path("personId").asText();
        assertThat(second.post(proposal + "/consent", "").statusCode()).isEqualTo(204);
        realm.welcome(address);
        return person;
    }

    HttpResponse<byte[]> invite(String json) {
        return admin.post("/people", json);
    }

    /** A merge patch against the state of the moment. */
    HttpResponse<byte[]> patch(String path, String json) {
        String tag = admin.get(path).headers().firstValue("ETag").orElseThrow();
        return admin.call("PATCH", path, json, "Content-Type", "application/merge-patch+json", "If-Match", tag);
    }

    List<MimeMessage> mailsTo(String address) throws MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : desk.stack.mail().received()) {
            if (mail.getRecipients(RecipientType.TO)[0].toString().contains(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    /** The acts in the trail that fit, oldest first. */
    List<String> acts(String condition) throws SQLException {
        try (Connection database = desk.stack.database().connect();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select act from audit_entry where %s order by id".formatted(condition))) {
            List<String> acts = new ArrayList<>();
            while (found.next()) {
                acts.add(found.getString(1));
            }
            return acts;
        }
    }

    static List<String> members(JsonNode object) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        return members;
    }
}
