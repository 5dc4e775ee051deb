package org.sluis.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.ProblemDocument;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PortalPage;

/** Words what is wrong with a form for its fields, in the reader's language. */
@RequestScoped
public class FormComplaints {

    @Inject
    HttpServletRequest request;

    @Inject
    ProblemDocument documents;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    /** By field, in the order of the form; what is about no words is about the file. */
    Map<String, String> worded(UnfitForm unfit) {
        Map<String, String> worded = new LinkedHashMap<>();
        unfit.complaints().forEach(complaint -> worded.putIfAbsent(field(complaint), text(complaint)));
        return worded;
    }

    private static String field(ProblemException complaint) {
        return complaint.problem() == Problem.INVALID_MEMBER
                ? String.valueOf(complaint.facts().get("member"))
                : "file";
    }

    private String text(ProblemException complaint) {
        return complaint.problem() == Problem.INVALID_MEMBER
                ? messages.text(page.locale(), "invalid.%s".formatted(field(complaint)))
                : String.valueOf(documents
                        .of(complaint, page.locale(), request.getRequestURI())
                        .get("detail"));
    }
}
