package org.sluis.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.CurrentCaller;

/** What the frame of every page shows of its reader; views call it {@code page}. */
@RequestScoped
public class PortalPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    OwnOrganisation organisation;

    @Inject
    UnreadNews news;

    @Inject
    Settings settings;

    @Inject
    ReaderLanguage language;

    @Inject
    SessionToken token;

    private static final Logger LOG = System.getLogger(PortalPage.class.getName());

    private List<MenuEntry> menu = List.of();
    private OptionalInt unread = OptionalInt.empty();

    public Locale locale() {
        return language.get();
    }

    /** The languages to choose from, as two letters. */
    public List<String> getLanguages() {
        return Languages.CODES;
    }

    /** {@code light}, {@code dark}, or {@code system} for what the reader's system prefers. */
    public String getLooks() {
        return KeptChoices.looks(request).code();
    }

    public boolean isSignedIn() {
        return caller.isSignedIn();
    }

    /** Whether the reader may hand in documents. */
    public boolean isSender() {
        return is(Role.CLIENT) || is(Role.INSPECTOR);
    }

    public boolean isAdministrator() {
        return is(Role.ADMIN);
    }

    /** Whether the reader may invite and disable colleagues. */
    public boolean isOrganisationAdministrator() {
        return is(Role.CLIENT) && organisation.isAdministeredBy(caller.get());
    }

    /** Whether the reader is told why and by whom a right was given. */
    public boolean isOverseer() {
        return is(Role.ADMIN) || is(Role.DPO);
    }

    /** {@code light}, {@code dark} and {@code system}. */
    public List<String> getChoiceOfLooks() {
        return Arrays.stream(Looks.values()).map(Looks::code).toList();
    }

    /** Whether the reader works for the certification body. */
    public boolean isEmployee() {
        return isSignedIn() && caller.get().isEmployee();
    }

    /** Whether the reader wants that column of a list. */
    public boolean shows(String column) {
        return KeptChoices.leftOut(request).stream()
                .noneMatch(left -> left.code().equals(column));
    }

    /** Whether the reader wants a preview beside lists of documents, where there is room for it. */
    public boolean isBeside() {
        return KeptChoices.beside(request);
    }

    /** Whether single keys do something in lists of documents. */
    public boolean isKeys() {
        return KeptChoices.keys(request);
    }

    /** Where the reader can go; found out once for a page, since the database is asked. */
    public List<MenuEntry> getMenu() {
        if (menu.isEmpty()) {
            menu = Menu.of(this);
        }
        return menu;
    }

    /** How much news the reader has not read; found out once for a page. A page that tells of a fault does without. */
    public int getUnread() {
        if (unread.isEmpty()) {
            try {
                unread = OptionalInt.of(news.unread(caller.get()));
            } catch (RuntimeException away) {
                LOG.log(Level.DEBUG, "The bell does not know what is unread", away);
                unread = OptionalInt.of(0);
            }
        }
        return unread.getAsInt();
    }

    /** The same where nobody counts further. */
    public boolean isMuchUnread() {
        return getUnread() >= UnreadNews.MANY;
    }

    /** What a phone shows of it at once. */
    public List<MenuEntry> getFirstOfMenu() {
        List<MenuEntry> all = getMenu();
        return all.subList(0, Math.min(all.size(), Menu.ON_A_PHONE));
    }

    /** What a phone shows behind "More". */
    public List<MenuEntry> getRestOfMenu() {
        List<MenuEntry> all = getMenu();
        return all.subList(Math.min(all.size(), Menu.ON_A_PHONE), all.size());
    }

    /** Whether the page is that place or belongs to it, as {@code aria-current} says it. */
    public @Nullable String current(MenuEntry entry) {
        if (at(entry.path())) {
            return "page";
        }
        return Menu.behind(entry).stream().anyMatch(part -> at(part.path()) || below(part.path())) ? "true" : null;
    }

    /** The parts of the directory. */
    public List<MenuEntry> getDirectory() {
        return Menu.OF_DIRECTORY;
    }

    /** Whom people ask, where the operator has said. */
    public @Nullable String getContact() {
        return settings.links().contact().map(URI::toString).orElse(null);
    }

    /** What is done with personal data, where the operator has said. */
    public @Nullable String getPrivacy() {
        return settings.links().privacy().map(URI::toString).orElse(null);
    }

    /** On what terms the portal is offered, where the operator has said. */
    public @Nullable String getLegal() {
        return settings.links().legal().map(URI::toString).orElse(null);
    }

    /** How the portal is called. */
    public String getBrand() {
        return settings.brand().name();
    }

    public String getName() {
        return caller.get().name();
    }

    /** Whose page it is, for scripts that compare. */
    public String getPerson() {
        return caller.get().personId().toString();
    }

    public List<String> getRoles() {
        return caller.get().roles().stream().map(Role::claim).sorted().toList();
    }

    /** Where the realm lets people change their password and second factor. */
    public String getAccountAddress() {
        return settings.oidc().issuer() + "/account/account-security/signing-in";
    }

    /** What every changing request of this page must repeat. */
    public String getCsrfToken() {
        return token.of(request);
    }

    /** Whether the page is at {@code path} itself. */
    public boolean at(String path) {
        return request.getRequestURI().equals(path);
    }

    /** Whether the page is somewhere below {@code path}. */
    public boolean below(String path) {
        return request.getRequestURI().startsWith(path + "/");
    }

    private boolean is(Role role) {
        return isSignedIn() && caller.get().is(role);
    }
}
