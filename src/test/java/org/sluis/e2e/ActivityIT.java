package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who did what, as those who oversee the portal are told it, and everybody of themselves. */
@TestInstance(Lifecycle.PER_CLASS)
class ActivityIT {

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");
    private final RestClient dpo = desk.person("dpo");
    private final RestClient inspector = desk.person("inspector-1");
    private String document = "";

    @BeforeAll
    void downloadADocument() {
        document = desk.released();
        desk.grant(document, "inspector-1", "DOWNLOAD");
        assertThat(inspector.get("/documents/" + document + "/content").statusCode())
                .isEqualTo(200);
        assertThat(desk.person("client-b1").get("/documents/" + document).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasDoneWithADocumentIsFoundByEachFilter() {
        assertThat(acts(admin, "/audit?document=" + document))
                .contains("document-uploaded", "document-released", "grant-given", "document-downloaded");
        assertThat(acts(dpo, "/audit?document=%s&person=%s".formatted(document, desk.idOf("inspector-1"))))
                .containsExactly("document-downloaded");
        assertThat(acts(dpo, "/audit?document=%s&outcome=DENIED".formatted(document)))
                .containsOnly("document-viewed");
        assertThat(acts(dpo, "/audit?document=%s&act=grant-given&from=2020-01-01T00:00:00Z".formatted(document)))
                .containsOnly("grant-given");
        assertThat(acts(dpo, "/audit?document=%s&to=2020-01-01T00:00:00Z".formatted(document)))
                .isEmpty();
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = RestClient.json(
                    admin.get("/audit?limit=2&document=" + document + (next.isEmpty() ? "" : "&cursor=" + next)));
            page.path("items").forEach(item -> paged.add(item.path("act").asText()));
            next = page.path("nextCursor").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        assertThat(paged).isEqualTo(acts(admin, "/audit?document=" + document));
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        for (String wrong : List.of(
                "person=inspector-1",
                "document=7",
                "act=document-eaten",
                "outcome=maybe",
                "from=yesterday",
                "limit=0",
                "cursor=x")) {
            assertThat(RestClient.problem(admin.get("/audit?" + wrong)))
                    .as(wrong)
                    .isEqualTo("/problems/invalid-member");
        }
        assertThat(RestClient.problem(admin.get("/audit?actor=x"))).isEqualTo("/problems/unknown-member");
        assertThat(RestClient.problem(inspector.get("/me/audit?person=" + UUID.randomUUID())))
                .isEqualTo("/problems/unknown-member");
    }

    @Test
    void membersAreThoseOfEachReader() {
        assertThat(members(first(admin, "/audit?document=" + document))).doesNotContain("address");
        assertThat(members(first(dpo, "/audit?document=" + document))).contains("address");
        assertThat(members(first(inspector, "/me/audit")))
                .doesNotContain("address")
                .contains("actor", "facts");
        assertThat(first(desk.person("client-b1"), "/me/audit").path("address").asText())
                .isNotEmpty();
        String downloaded = "/audit?act=document-downloaded&document=" + document;
        assertThat(first(admin, downloaded).at("/subject/name").asText()).isEqualTo("Strength of batch 7");
        assertThat(first(dpo, downloaded).at("/subject/name").isNull()).isTrue();
        assertThat(facts(first(admin, downloaded))).contains("version", "sha256");
        assertThat(facts(first(dpo, downloaded))).contains("version").doesNotContain("sha256");
        JsonNode given = first(dpo, "/audit?act=grant-given&document=" + document);
        assertThat(given.path("facts")).anySatisfy(fact -> {
            assertThat(fact.path("name").asText()).isEqualTo("principal");
            assertThat(fact.path("called").asText()).isNotEmpty();
        });
    }

    @Test
    void everybodyReadsTheirOwnAndNobodyElse() {
        for (String account : List.of("client-a1", "inspector-1")) {
            assertThat(desk.person(account).get("/audit").statusCode()).isEqualTo(403);
        }
        String own = desk.idOf("client-b1");
        JsonNode entries = RestClient.json(desk.person("client-b1").get("/me/audit?limit=200"))
                .path("items");
        assertThat(entries)
                .isNotEmpty()
                .allMatch(entry -> entry.at("/actor/id").asText().equals(own));
        assertThat(entries)
                .filteredOn(entry -> entry.at("/subject/id").asText().equals(document))
                .isNotEmpty()
                .allMatch(entry -> entry.at("/subject/name").isNull());
    }

    @Test
    void lookingIsInTheTrailToo() {
        long searched = entries("trail-searched");
        long listed = entries("own-trail-listed");
        first(dpo, "/audit?document=" + document);
        first(inspector, "/me/audit");
        assertThat(entries("trail-searched")).isGreaterThan(searched);
        assertThat(entries("own-trail-listed")).isGreaterThan(listed);
    }

    @Test
    void filesHoldWhatThePageShowsAndAreActsThemselves() throws IOException {
        Visitor visitor = new Visitor(desk.stack);
        visitor.signIn("dpo");
        long before = entries("trail-exported");
        String csv =
                visitor.get("/portal/activity/entries.csv?document=" + document).body();
        assertThat(csv.lines().findFirst())
                .contains("id,at,actor,actorId,act,outcome,subjectType,subjectId,subject,facts,address");
        assertThat(csv).contains("document-downloaded", "grant-given").doesNotContain("Strength of batch");
        String lines = visitor.get("/portal/activity/entries.jsonl?document=" + document)
                .body();
        for (String line : lines.lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).at("/subject/id").asText())
                    .isEqualTo(document);
        }
        assertThat(lines.lines().count()).isEqualTo(csv.lines().count() - 1);
        assertThat(entries("trail-exported")).isEqualTo(before + 2);
        assertThat(visitor.get("/portal/activity/entries.csv?from=2020-01-01").statusCode())
                .isEqualTo(400);
    }

    @Test
    void readersAreATableForOtherProgramsInWhichNothingIsAFormula() {
        String order =
                "{\"principal\":{\"type\":\"PERSON\",\"id\":\"%s\"},\"right\":\"VIEW\",\"purpose\":\"=1+1, and more\"}"
                        .formatted(desk.idOf("client-b1"));
        String shared = desk.released();
        assertThat(admin.post("/documents/" + shared + "/grants", order).statusCode())
                .isEqualTo(201);
        Visitor visitor = new Visitor(desk.stack);
        visitor.signIn("dpo");
        HttpResponse<String> table = visitor.get("/portal/access/readers.csv?document=" + shared);
        assertThat(table.body().lines()).hasSize(3).anyMatch(line -> line.contains("\"'=1+1, and more\""));
    }

    private long entries(String act) {
        return desk.number("select count(*) from audit_entry where act = '%s'".formatted(act));
    }

    private static List<String> acts(RestClient person, String path) {
        List<String> acts = new ArrayList<>();
        RestClient.json(person.get(path))
                .path("items")
                .forEach(item -> acts.add(item.path("act").asText()));
        return acts;
    }

    private static JsonNode first(RestClient person, String path) {
        JsonNode first = RestClient.json(person.get(path)).at("/items/0");
        assertThat(first.isMissingNode()).isFalse();
        return first;
    }

    private static Set<String> members(JsonNode entry) {
        Set<String> members = new TreeSet<>();
        entry.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static List<String> facts(JsonNode entry) {
        List<String> facts = new ArrayList<>();
        entry.path("facts").forEach(fact -> facts.add(fact.path("name").asText()));
        return facts;
    }
}
