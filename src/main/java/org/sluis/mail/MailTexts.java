package org.sluis.mail;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.people.Addressee;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.Messages;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes mails in the recipient's language, as text and as HTML in which whatever comes from outside is escaped. */
final class MailTexts {

    private final Messages messages;
    private final URI portal;
    private final TemplateEngine templates = new TemplateEngine();

    /** @param portal where people reach the portal */
    MailTexts(Messages messages, URI portal) {
        this.messages = messages;
        this.portal = portal;
        templates.addTemplateResolver(templates("*.html", TemplateMode.HTML));
        templates.addTemplateResolver(templates("*.txt", TemplateMode.TEXT));
    }

    /**
     * @param address the recipient's, as the account has it
     * @param actor the name of the person or organisation it tells of
     * @param news what there is news of, in a mail of news
     */
    MailText written(OutboxMail mail, Addressee recipient, String address, String actor, Set<NewsKind> news) {
        Locale language = Languages.chosen(Optional.of(recipient.language()), null);
        String name = PlainLine.of(recipient.name());
        MailKind kind = mail.kind();
        String subject = messages.text(
                language, news.size() == 1 ? news.iterator().next().subject() : kind.subject());
        List<String> told =
                news.stream().map(item -> messages.text(language, item.text())).toList();
        Context words = new Context(
                language,
                Map.of(
                        "language",
                        language.getLanguage(),
                        "subject",
                        subject,
                        "greeting",
                        messages.text(language, "mail.greeting", name),
                        "text",
                        messages.text(language, kind.text(), PlainLine.of(actor), mail.documentId()),
                        "news",
                        told,
                        "open",
                        messages.text(language, "mail.open"),
                        "link",
                        portal + kind.path(mail.documentId()),
                        "rhythm",
                        kind.isNews() ? messages.text(language, "mail.rhythm") : "",
                        "choose",
                        portal + "/portal/profile/mails",
                        "footer",
                        messages.text(language, "mail.footer")));
        return new MailText(
                mail.id(),
                mail.dueAt(),
                language,
                name,
                address,
                subject,
                templates.process("letter.txt", words),
                templates.process("letter.html", words));
    }

    private static ClassLoaderTemplateResolver templates(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTexts.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of(names));
        return resolver;
    }
}
