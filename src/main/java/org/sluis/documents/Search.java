package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.Messages;

/**
 * What a search adds to the walk of a list: the words of each document that was looked at, as far as this caller may have
 * them, in which every term must be found. Accents, case and composition do not matter. The members are divided by line breaks,
 * so a phrase is found within one of them. Senders are looked up once for all, of nothing but what the caller sees anyhow.
 */
@ApplicationScoped
class Search {

    /** What the walk keeps of document {@code d}. */
    static final String COLUMNS = """
            d.id, d.current_uploader_id as uploader_id, d.category,
            d.folded_title || chr(10) || coalesce(d.folded_file_name, '')
                || case when cast(?12 as boolean) then chr(10) || coalesce(d.folded_description, '') else '' end as words
            """;

    /** From {@code looked} to {@code found}: the first few of each principal, whole again. */
    static final String FOUND = """
            , term as materialized (
                select array(select folded_pattern(given.word) from unnest(cast(?10 as text[])) as given(word)) as patterns),
            category_words as materialized (
                select named.category, folded(named.words) as words
                from unnest(cast(?14 as text[]), cast(?15 as text[])) as named(category, words)),
            sender_words as materialized (
                select s.id, folded(s.name) as name, folded(coalesce(s.organisation, '')) as organisation
                from person_labels(array(select distinct uploader_id from looked)) s
                where case cast(?13 as text)
                    when 'ALL' then true
                    when 'STAFF' then s.employee
                    else s.employee or s.organisation_id = cast(nullif(?13, 'ALL') as uuid) end),
            hit as materialized (
                select looked.principal_id, looked.id,
                    row_number() over (partition by looked.principal_id order by looked.id desc) as place
                from looked
                left join category_words c on c.category = looked.category
                left join sender_words s on s.id = looked.uploader_id
                where looked.words || chr(10) || coalesce(c.words, '') || chr(10)
                        || coalesce(s.name || chr(10) || s.organisation, '') like all (cast((select patterns from term) as text[]))
                    and (?11 = '' or s.organisation like (select folded_pattern(?11)))),
            found as materialized (
                select hit.principal_id, d.*
                from hit
                cross join lateral (select * from document where id = hit.id limit 1) d
                where hit.place <= ?3)
            """;

    @Inject
    Categories categories;

    @Inject
    Messages messages;

    /** Says what is looked for, and which of the words of a document are this caller's to find it by. */
    void ask(Query query, Caller caller, Criteria criteria) {
        Set<Audience> readers = Audience.of(caller);
        List<String> names = categories.all().stream().map(Category::name).toList();
        query.setParameter(10, Row.texts(criteria.terms()))
                .setParameter(11, criteria.organisation().orElse(""))
                .setParameter(12, String.valueOf(FieldFilter.shows(DocumentView.class, "description", readers)))
                .setParameter(13, senders(caller, readers))
                .setParameter(14, Row.texts(names))
                .setParameter(15, Row.texts(names.stream().map(this::words).toList()));
    }

    /** Whose names may be found by: all, or those of one organisation and of staff. */
    private static String senders(Caller caller, Set<Audience> readers) {
        if (FieldFilter.shows(DocumentView.Uploader.class, "name", readers)) {
            return "ALL";
        }
        return caller.organisationId()
                .filter(own -> caller.is(Role.CLIENT))
                .map(UUID::toString)
                .orElse("STAFF");
    }

    /** How a category is called, in every language. */
    private String words(String category) {
        return Stream.concat(
                        Stream.of(category),
                        Languages.SPOKEN.stream()
                                .map(language -> label(language, category))
                                .flatMap(Optional::stream))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private Optional<String> label(Locale language, String category) {
        return messages.find(language, "category." + category);
    }
}
