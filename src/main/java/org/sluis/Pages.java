package org.sluis;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sluis.access.AccessPages;
import org.sluis.access.GrantPages;
import org.sluis.accounts.AccountChangePages;
import org.sluis.accounts.ColleaguePages;
import org.sluis.accounts.InvitationPages;
import org.sluis.accounts.PersonPages;
import org.sluis.accounts.ProfilePages;
import org.sluis.audit.ActivityPages;
import org.sluis.audit.OwnActivityPages;
import org.sluis.documents.ArchivePages;
import org.sluis.documents.DocumentPages;
import org.sluis.documents.PreviewPages;
import org.sluis.documents.SelectionPages;
import org.sluis.granting.GrantingPages;
import org.sluis.home.HomePages;
import org.sluis.home.OverviewPages;
import org.sluis.intake.CopyPages;
import org.sluis.intake.UploadPages;
import org.sluis.intake.tus.ResumablePages;
import org.sluis.intake.tus.TusHeaders;
import org.sluis.mail.NewsPages;
import org.sluis.mail.OwnMailsPages;
import org.sluis.people.OrganisationPages;
import org.sluis.people.PeoplePages;
import org.sluis.people.TeamPages;
import org.sluis.platform.web.HelpPages;
import org.sluis.platform.web.PageExceptionMapper;
import org.sluis.platform.web.PageGate;
import org.sluis.platform.web.SessionPages;
import org.sluis.platform.web.StartPages;
import org.sluis.platform.web.TokenGate;
import org.sluis.platform.web.Views;
import org.sluis.quarantine.QuarantinePages;
import org.sluis.quarantine.SecondLookPages;

/** The pages. Their classes are named one by one, and every change must carry the token of its session. */
@ApplicationPath("/portal")
public class Pages extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                StartPages.class,
                DocumentPages.class,
                ArchivePages.class,
                SelectionPages.class,
                PreviewPages.class,
                QuarantinePages.class,
                SecondLookPages.class,
                UploadPages.class,
                CopyPages.class,
                ResumablePages.class,
                TusHeaders.class,
                GrantPages.class,
                AccessPages.class,
                GrantingPages.class,
                PeoplePages.class,
                PersonPages.class,
                ProfilePages.class,
                OwnMailsPages.class,
                NewsPages.class,
                AccountChangePages.class,
                InvitationPages.class,
                OrganisationPages.class,
                TeamPages.class,
                ColleaguePages.class,
                HomePages.class,
                ActivityPages.class,
                OwnActivityPages.class,
                OverviewPages.class,
                HelpPages.class,
                SessionPages.class,
                PageGate.class,
                TokenGate.class,
                PageExceptionMapper.class,
                Views.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
