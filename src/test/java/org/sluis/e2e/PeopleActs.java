package org.sluis.e2e;

import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** The same of people, their accounts, organisations and teams. */
final class PeopleActs {

    private final Ledger ledger;
    private final Registry registry;
    private final RestClient admin;
    private final RestClient second;

    PeopleActs(Ledger ledger, Registry registry) {
        this.ledger = ledger;
        this.registry = registry;
        this.admin = registry.admin;
        this.second = registry.second;
    }

    void walk() {
        accounts();
        proposals();
        colleagues();
        organisations();
        teams();
    }

    private void accounts() {
        String address = Registry.address();
        HttpResponse<byte[]> invited =
                ledger.leaves("person-invited", "POST /api/people", () -> registry.invite("""
                {"givenName":"Mia","familyName":"Member","email":"%s","language":"nl","roles":["client"]}""".formatted(address)));
        String path = "/people/" + Ledger.idIn(invited);
        ledger.leaves(
                "person-invited-again",
                "POST /api/people/{id}/account/invitation",
                () -> admin.post(path + "/account/invitation", ""));
        registry.realm.welcome(address);
        ledger.leaves("person-amended", "PATCH /api/people/{id}", () -> registry.patch(path, "{\"title\":\"Ir\"}"));
        ledger.leaves(
                "person-given-roles",
                "PUT /api/people/{id}/account/roles",
                () -> admin.call(
                        "PUT",
                        path + "/account/roles",
                        "{\"roles\":[\"client\"]}",
                        "Content-Type",
                        "application/json"));
        ledger.leaves(
                "person-signed-out",
                "DELETE /api/people/{id}/account/sessions",
                () -> admin.delete(path + "/account/sessions"));
        RestClient member = new RestClient(registry.desk.stack, address);
        ledger.leaves(
                "mail-rhythm-chosen",
                "PUT /api/me/mails",
                () -> member.call("PUT", "/me/mails", "{\"rhythm\":\"DAILY\"}", "Content-Type", "application/json"));
        ledger.leaves(
                "news-read",
                "PUT /api/me/news/read",
                () -> member.call("PUT", "/me/news/read", "{}", "Content-Type", "application/json"));
        String session =
                RestClient.json(member.get("/me/account")).at("/sessions/0/id").asText();
        ledger.leaves(
                "own-session-ended",
                "DELETE /api/me/account/sessions/{session}",
                () -> member.delete("/me/account/sessions/" + session));
        registry.realm.enrol(address);
        ledger.leaves(
                "person-second-factor-reset",
                "DELETE /api/people/{id}/account/second-factor",
                () -> admin.delete(path + "/account/second-factor"));
        ledger.leaves("person-disabled", "POST /api/people/{id}/disable", () -> admin.post(path + "/disable", ""));
        ledger.leaves("person-enabled", "POST /api/people/{id}/enable", () -> admin.post(path + "/enable", ""));
        ledger.leaves("directory-compared", "POST /api/directory/drift", () -> admin.post("/directory/drift", ""));
    }

    private void proposals() {
        Supplier<String> proposal = () -> RestClient.location(registry.invite("""
                {"givenName":"Eva","familyName":"Employee","email":"%s","roles":["inspector"]}""".formatted(Registry.address())));
        String declined = proposal.get();
        ledger.leaves("account-change-declined", "DELETE /api/account-changes/{id}", () -> second.delete(declined));
        String accepted = proposal.get();
        ledger.leaves(
                "account-change-consented",
                "POST /api/account-changes/{id}/consent",
                () -> second.post(accepted + "/consent", ""));
    }

    private void colleagues() {
        String address = Registry.address();
        String chief = registry.member(address, registry.organisation("PRODUCER"));
        registry.patch("/people/" + chief, "{\"organisationAdministrator\":true}");
        RestClient member = new RestClient(registry.desk.stack, address);
        HttpResponse<byte[]> invited = ledger.leaves(
                "person-invited",
                "POST /api/colleagues",
                () -> member.post("/colleagues", """
                        {"givenName":"New","familyName":"Colleague","email":"%s"}""".formatted(Registry.address())));
        ledger.leaves(
                "invitation-withdrawn",
                "POST /api/colleagues/{id}/disable",
                () -> member.post("/colleagues/%s/disable".formatted(Ledger.idIn(invited)), ""));
    }

    private void organisations() {
        HttpResponse<byte[]> founded = ledger.leaves(
                "organisation-founded",
                "POST /api/organisations",
                () -> admin.post(
                        "/organisations",
                        "{\"name\":\"%s\",\"type\":\"OTHER\"}".formatted(Registry.unique("Organisation"))));
        String path = "/organisations/" + Ledger.idIn(founded);
        ledger.leaves(
                "organisation-amended",
                "PATCH /api/organisations/{id}",
                () -> registry.patch(path, "{\"city\":\"Gent\"}"));
        String member = path + "/members/" + registry.member(Registry.address(), registry.organisation("OTHER"));
        ledger.leaves(
                "member-joined",
                "PUT /api/organisations/{organisation}/members/{person}",
                () -> admin.call("PUT", member, ""));
        ledger.leaves(
                "member-left", "DELETE /api/organisations/{organisation}/members/{person}", () -> admin.delete(member));
    }

    private void teams() {
        HttpResponse<byte[]> founded = ledger.leaves(
                "team-founded",
                "POST /api/teams",
                () -> admin.post("/teams", "{\"name\":\"%s\"}".formatted(Registry.unique("Team"))));
        String member = "/teams/%s/members/%s".formatted(Ledger.idIn(founded), registry.desk.idOf("inspector-1"));
        ledger.leaves("team-joined", "PUT /api/teams/{team}/members/{person}", () -> admin.call("PUT", member, ""));
        ledger.leaves("team-left", "DELETE /api/teams/{team}/members/{person}", () -> admin.delete(member));
    }
}
