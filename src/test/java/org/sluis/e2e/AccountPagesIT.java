package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.stack.ProductionRealm;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Keycloak's own pages on which people see to their accounts: password, second factor and sessions, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
class AccountPagesIT {

    private static final String PASSWORD = "a lock with two gates";

    private final Stack stack = SharedStack.get();
    private ProductionRealm realm;

    @BeforeAll
    void importTheRealm() throws IOException {
        realm = new ProductionRealm(stack);
    }

    @AfterAll
    void removeTheRealm() {
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-a1", "inspector-1", "admin", "dpo"})
    void openForEverybodyFromTheProfile(String account) {
        try (Guest guest = guest().signIn(account)) {
            guest.open("/portal/profile");
            guest.page().locator("a[href*='/account/']").click();
            requireAccountPages(guest.page());
            guest.picture("account-pages-" + account);
            guest.page().navigate(stack.settings().issuer() + "/account/account-security/device-activity");
            Guest.expect(guest.page()
                            .getByTestId("row-0")
                            .or(guest.page().locator(".signed-in-device-list"))
                            .first())
                    .isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "inspector", "admin", "dpo"})
    void openForEverybodyInProduction(String role) {
        String account = "account-of-" + role;
        realm.addAccount(account, PASSWORD, role);
        try (Guest guest = guest()) {
            signIn(guest.page(), account, role);
            requireAccountPages(guest.page());
        }
    }

    @Test
    void letNobodyChangeWhoTheyAre() {
        realm.addAccount("somebody", PASSWORD, "client");
        try (Guest guest = guest()) {
            List<String> tokens = new CopyOnWriteArrayList<>();
            guest.page().onRequest(request -> {
                if (request.url().startsWith(realm.accountPages())
                        && request.headers().containsKey("authorization")) {
                    tokens.add(request.headers().get("authorization"));
                }
            });
            signIn(guest.page(), "somebody", "client");
            requireAccountPages(guest.page());
            await().until(() -> !tokens.isEmpty());
            RequestOptions asMember = RequestOptions.create()
                    .setHeader("Authorization", tokens.get(0))
                    .setHeader("Accept", "application/json");
            APIRequestContext program = guest.context().request();
            String before = program.get(realm.accountPages(), asMember).text();
            assertThat(before).contains("somebody@example.org");
            for (String change : new String[] {
                "{\"username\":\"somebody\",\"firstName\":\"Else\",\"lastName\":\"somebody\",\"email\":\"somebody@example.org\"}",
                "{\"username\":\"somebody\",\"firstName\":\"Tester\",\"lastName\":\"somebody\",\"email\":\"else@example.org\"}",
                "{\"username\":\"else\",\"firstName\":\"Tester\",\"lastName\":\"somebody\",\"email\":\"somebody@example.org\"}",
                "{\"username\":\"somebody\",\"firstName\":\"Tester\",\"lastName\":\"somebody\",\"email\":\"somebody@example.org\","
                        + "\"attributes\":{\"organisation\":[\"another\"],\"invitedBy\":[\"me\"]}}"
            }) {
                APIResponse answer = program.post(
                        realm.accountPages(),
                        RequestOptions.create()
                                .setHeader("Authorization", tokens.get(0))
                                .setHeader("Content-Type", "application/json")
                                .setData(change));
                assertThat(answer.status()).as(change).isIn(204, 400, 403);
                assertThat(program.get(realm.accountPages(), asMember).text())
                        .as(change)
                        .isEqualTo(before);
            }
        }
    }

    /** The page lists what somebody signs in with, with something to change the password and to set up a second factor. */
    private static void requireAccountPages(Page page) {
        Guest.expect(page.getByTestId("password/credential-list").first()).isVisible();
        Guest.expect(page.getByTestId("otp/create").first()).isVisible();
        assertThat(page.locator("body").innerText()).doesNotContain("Something went wrong");
    }

    private void signIn(Page page, String account, String role) {
        page.navigate(realm.accountPages() + "account-security/signing-in");
        page.locator("#username").fill(account);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        if (!role.equals("client")) {
            String secret = page.locator("#totpSecret").inputValue();
            page.locator("#totp").fill(new OneTimeCode(secret).now());
            page.locator("#saveTOTPBtn").click();
        }
    }

    private Guest guest() {
        return Chromium.guest(
                stack.portal().url(), new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
    }
}
