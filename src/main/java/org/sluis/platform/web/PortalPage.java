package org.sluis.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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
    Settings settings;

    public Locale locale() {
        return Languages.chosen(caller.language(), request.getHeader("Accept-Language"));
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

    public String getName() {
        return caller.get().name();
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
        return SessionToken.of(request);
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
