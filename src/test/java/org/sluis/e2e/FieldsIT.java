package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.Field;
import org.sluis.Field.Reader;
import org.sluis.Field.Relation;
import org.sluis.stack.Eicar;

/** Which members each person is given: exactly those of the table in the manual, by the API and on the pages (promise B4). */
@TestInstance(Lifecycle.PER_CLASS)
class FieldsIT {

    private static final Reader SENDER = new Reader("client", Relation.SENDER, Relation.SAME_SIDE);
    private static final Reader COLLEAGUE = new Reader("client", Relation.SAME_SIDE);
    private static final Reader STRANGER = new Reader("client");
    private static final Reader INSPECTOR = new Reader("inspector");
    private static final Reader ADMIN = new Reader("admin");
    private static final Reader DPO = new Reader("dpo");

    /** Everybody who may see what {@code client-a1} sends, once it is granted to them. */
    private static final Map<String, Reader> READERS = Map.of(
            "client-a1", SENDER,
            "client-a2", COLLEAGUE,
            "client-b1", STRANGER,
            "inspector-1", INSPECTOR,
            "admin", ADMIN,
            "dpo", DPO);

    private final Desk desk = new Desk();
    private final String mark = UUID.randomUUID().toString();
    private final String description = "Ten cubes " + mark;
    private String document = "";

    @BeforeAll
    void grantOneDocumentToEverybody() {
        READERS.keySet().forEach(desk::person);
        document = sent("client-a1");
        for (String account : READERS.keySet()) {
            if (!account.equals("client-a1")) {
                desk.grant(document, account, "DOWNLOAD");
            }
        }
    }

    @Test
    void documentsAndVersionsHaveTheMembersOfTheTable() {
        READERS.forEach((account, reader) -> {
            RestClient person = desk.person(account);
            Set<String> expected = ofDocument(reader);
            assertThat(members(json(person.get("/documents/" + document))))
                    .as(account)
                    .isEqualTo(expected);
            JsonNode versions = json(person.get("/documents/" + document + "/versions"));
            assertThat(members(versions.at("/items/0"))).as(account).isEqualTo(expected);
            JsonNode listed = json(person.get("/documents?q=" + mark));
            assertThat(listed.path("items"))
                    .as(account)
                    .filteredOn(item -> item.path("id").asText().equals(document))
                    .singleElement()
                    .satisfies(item -> assertThat(members(item)).isEqualTo(expected));
        });
    }

    @Test
    void previewsHaveTheMembersOfTheTable() {
        String preview = "/documents/" + document + "/preview";
        READERS.forEach((account, reader) -> {
            RestClient person = desk.person(account);
            assertThat(members(json(person.get(preview)))).as(account).isEqualTo(Field.of("Preview", reader));
            Set<String> expected = new TreeSet<>(Field.of("PreviewText", reader));
            expected.removeAll(Set.of("rows.cells", "rows.sheet"));
            expected.add("rows");
            assertThat(members(json(person.get(preview + "/text")))).as(account).isEqualTo(expected);
        });
    }

    @Test
    void administratorWithoutGrantIsGivenTheSame() {
        String ungranted = sent("client-a1");
        assertThat(members(json(desk.person("admin").get("/documents/" + ungranted))))
                .isEqualTo(ofDocument(ADMIN));
    }

    @Test
    void whoSentItIsAnsweredWithTheMembersOfASender() {
        JsonNode upload = json(desk.person("client-a1").upload(metadata(), "report.txt", Desk.TEXT));
        assertThat(members(upload)).isEqualTo(ofDocument(SENDER));
        HttpResponse<byte[]> amended = desk.person("client-a1")
                .call(
                        "PATCH",
                        "/documents/" + upload.path("id").asText(),
                        "{\"title\":\"Another " + mark + "\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*");
        assertThat(members(json(amended))).isEqualTo(ofDocument(SENDER));
    }

    @Test
    void whoSentItIsToldTheRuleThatRefusedIt() {
        String refused = json(desk.person("inspector-1").upload(metadata(), "bad.txt", Eicar.bytes()))
                .path("documentId")
                .asText();
        JsonNode forItsSender = json(desk.person("inspector-1").get("/documents/" + refused));
        Set<String> expected = new TreeSet<>(Field.of("Document", new Reader("inspector", Relation.SENDER)));
        expected.removeIf(member -> member.startsWith("notices.") || member.startsWith("madeByPortal."));
        expected.addAll(Set.of("notices", "madeByPortal"));
        assertThat(members(forItsSender)).isEqualTo(expected);
        assertThat(forItsSender.path("refusal").path("rule").asText()).isEqualTo("malware");
        JsonNode forAdministrators = json(desk.person("admin").get("/documents/" + refused));
        assertThat(forAdministrators.path("reason").asText()).isEqualTo("malware-found");
    }

    @Test
    void staffIsNamedToEveryClient() {
        String ofStaff = sent("inspector-1");
        desk.grant(ofStaff, "client-b1", "VIEW");
        assertThat(members(json(desk.person("client-b1").get("/documents/" + ofStaff))))
                .isEqualTo(ofDocument(COLLEAGUE));
    }

    @Test
    void grantsOfOthersHaveTheMembersOfTheTable() {
        Map.of("client-a1", SENDER, "admin", ADMIN, "dpo", DPO).forEach((account, reader) -> {
            JsonNode grants = json(desk.person(account).get("/documents/" + document + "/grants"));
            assertThat(grants.path("items")).as(account).hasSize(READERS.size());
            grants.path("items")
                    .forEach(grant -> assertThat(members(grant)).as(account).isEqualTo(Field.of("Grant", reader)));
        });
        for (String account : List.of("client-a2", "client-b1", "inspector-1")) {
            assertThat(desk.person(account)
                            .get("/documents/" + document + "/grants")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void answersAboutAccessAndPeopleHaveTheMembersOfTheTable() {
        Map.of("admin", ADMIN, "dpo", DPO).forEach((account, reader) -> {
            RestClient person = desk.person(account);
            String access = "/documents/" + document + "/access";
            assertThat(members(json(person.get(access)))).as(account).isEqualTo(Field.of("Readers", reader));
            assertThat(members(json(person.get(access + "/" + desk.idOf("inspector-1")))))
                    .as(account)
                    .isEqualTo(Field.of("Explanation", reader));
        });
        assertThat(members(
                        json(desk.person("admin").get("/people?q=inspector-1")).at("/items/0")))
                .isEqualTo(Field.of("Person", ADMIN));
        READERS.forEach((account, reader) -> assertThat(
                        members(json(desk.person(account).get("/me"))))
                .as(account)
                .isEqualTo(Field.of("Me", reader)));
        READERS.forEach((account, reader) -> assertThat(
                        members(json(desk.person(account).get("/me/account"))))
                .as(account)
                .isEqualTo(Field.of("OwnAccount", reader)));
        READERS.forEach((account, reader) -> assertThat(
                        members(json(desk.person(account).get("/me/mails"))))
                .as(account)
                .isEqualTo(Field.of("OwnMails", reader)));
        Map.of("client-b1", STRANGER, "inspector-1", INSPECTOR, "dpo", DPO).forEach((account, reader) -> {
            JsonNode news = json(desk.person(account).get("/me/news"));
            assertThat(members(news.at("/items/0"))).as(account).isEqualTo(Field.of("News", reader));
        });
    }

    @Test
    void whatIsKeptOfPeopleHasTheMembersOfTheTable() {
        Registry registry = new Registry();
        String rental = registry.organisation("RENTAL");
        String address = Registry.address();
        String person = "/people/" + registry.member(address, rental);
        String elsewhere = "/people/" + registry.member(Registry.address(), registry.organisation("OTHER"));
        RestClient admin = desk.person("admin");
        assertThat(members(json(admin.get(person))))
                .isEqualTo(Field.of("PersonDetail", new Reader("admin", Relation.RENTAL)));
        assertThat(members(json(admin.get(elsewhere)))).isEqualTo(Field.of("PersonDetail", ADMIN));
        assertThat(members(json(desk.person("dpo").get(elsewhere)))).isEqualTo(Field.of("PersonDetail", DPO));
        assertThat(members(json(new RestClient(desk.stack, address).get("/me/profile"))))
                .isEqualTo(Field.of("PersonDetail", new Reader("client", Relation.THEMSELVES)));
        assertThat(members(json(admin.get(person + "/account")))).isEqualTo(Field.of("Account", ADMIN));
        for (Map.Entry<String, Reader> overseer :
                Map.of("admin", ADMIN, "dpo", DPO).entrySet()) {
            RestClient reader = desk.person(overseer.getKey());
            assertThat(members(json(reader.get("/organisations/" + rental))))
                    .isEqualTo(Field.of("Organisation", overseer.getValue()));
            assertThat(members(json(reader.get("/organisations/%s/members".formatted(rental)))
                            .at("/items/0")))
                    .isEqualTo(Field.of("Member", overseer.getValue()));
        }
    }

    /** What a page shows of a document is found by values that stand nowhere else. */
    @Test
    void pagesShowAMemberToExactlyTheSamePeople() {
        JsonNode known = json(desk.person("client-a1").get("/documents/" + document));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", known.path("title").asText());
        values.put("fileName", known.path("fileName").asText());
        values.put("description", description);
        values.put("sha256", known.path("sha256").asText());
        values.put("uploadedBy.name", known.at("/uploadedBy/name").asText());
        READERS.forEach((account, reader) -> {
            Visitor visitor = new Visitor(desk.stack);
            visitor.signIn(account);
            Set<String> given = Field.of("Document", reader);
            String address = "/portal/documents/" + document;
            String page = main(visitor.get(address)) + main(visitor.get(address + "?tab=details"));
            values.forEach((member, value) ->
                    assertThat(page.contains(value)).as(account + " " + member).isEqualTo(given.contains(member)));
            String email = "client-a1@example.org";
            assertThat(page.contains(email) && !given.contains("uploadedBy.email"))
                    .isFalse();
            HttpResponse<String> grants = visitor.get("/portal/documents/" + document + "/grants");
            Set<String> ofGrants = Field.of("Grant", reader);
            assertThat(main(visitor.get(address + "?tab=access")).contains("id=\"grants\""))
                    .as(account + " access")
                    .isEqualTo(!ofGrants.isEmpty());
            assertThat(main(visitor.get(address + "?tab=activity")).contains("id=\"activity\""))
                    .as(account + " activity")
                    .isEqualTo(!Field.of("Activity", reader).isEmpty());
            assertThat(grants.statusCode()).as(account).isEqualTo(ofGrants.isEmpty() ? 404 : 200);
            assertThat(main(grants).contains("Ingrid Janssens"))
                    .as(account)
                    .isEqualTo(ofGrants.contains("principal.name"));
            assertThat(main(grants).contains("inspection")).as(account).isEqualTo(ofGrants.contains("purpose"));
        });
    }

    /** Without the frame, which names the reader. */
    private static String main(HttpResponse<String> page) {
        String html = page.body();
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private String sent(String account) {
        return json(desk.person(account).upload(metadata(), "report-" + mark + ".txt", Desk.TEXT))
                .path("id")
                .asText();
    }

    private String metadata() {
        return "{\"title\":\"Strength %s\",\"category\":\"test-report\",\"description\":\"%s\"}"
                .formatted(mark, description);
    }

    /** Every member that is no object itself, with where it stands. */
    /** What a reader is given of a document that was not refused and of which nothing need be known. */
    private static Set<String> ofDocument(Reader reader) {
        return Field.of("Document", reader).stream()
                .map(member -> member.replaceFirst("^(refusal|notices|madeByPortal)\\..*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> members(JsonNode answer) {
        Set<String> members = new TreeSet<>();
        collect(answer, "", members);
        return members;
    }

    private static void collect(JsonNode node, String name, Set<String> members) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                            members));
        } else if (node.isArray() && node.path(0).isObject()) {
            node.forEach(item -> collect(item, name, members));
        } else {
            members.add(name);
        }
    }

    /** Nothing of a file leaves in a problem but what the problem declares. */
    @Test
    void refusalsSayNoMoreThanTheyDeclare() {
        JsonNode refused = json(desk.person("client-a1").upload(metadata(), "bad.txt", Eicar.bytes()));
        assertThat(members(refused))
                .containsExactly("detail", "documentId", "instance", "rule", "status", "title", "type");
        JsonNode unknown = json(desk.person("client-a1").get("/documents?" + "colour=red"));
        assertThat(members(unknown)).containsExactly("detail", "instance", "member", "status", "title", "type");
    }

    /** A hash that the DPO is not given stands in no export either. */
    @Test
    void manifestOfAnArchiveHasTheMembersOfTheTable() {
        String ids = "{\"ids\":[\"%s\"]}".formatted(document);
        String hash = json(desk.person("client-a1").get("/documents/" + document))
                .path("sha256")
                .asText();
        Map.of("client-a2", COLLEAGUE, "dpo", DPO).forEach((account, reader) -> {
            String archive = new String(
                    desk.person(account).post("/documents/archive", ids).body(), StandardCharsets.ISO_8859_1);
            assertThat(archive).contains("report-" + mark + ".txt");
            assertThat(archive.contains(hash))
                    .isEqualTo(Field.of("ManifestLine", reader).contains("sha256"));
        });
    }
}
