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
import org.sluis.access.VisibilityRule;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.Messages;

/**
 * What a search adds to the walk of a list: the words of each document that was looked at, as far as this caller may have
 * them, in which every term must be found. Accents, case and composition do not matter. The members are divided by line breaks,
 * so a phrase is found within one of them; what is not found in them may be found in the content (decision 43). Senders are looked
 * up once for all, of nothing but what the caller sees anyhow.
 */
@ApplicationScoped
class Search {

    /** What the walk keeps of document {@code d}. */
    static final String COLUMNS = """
            d.id, d.current_uploader_id as uploader_id, d.category,
            d.folded_title || chr(10) || coalesce(d.folded_file_name, '')
                || case when cast(?12 as boolean) then chr(10) || coalesce(d.folded_description, '') else '' end as words
            """;

    /**
     * Whether a term is found in the content of the document {@code flat}, whose words are blinded for it alone: each word by one of
     * its stems, several one after the other. Who sees a document without any right to it, as administrators do, does not find it by
     * what is in it.
     */
    private static final String IN_CONTENT = """
            exists (
                select from (
                    select w.document_id as id, w.words from document_words w where w.document_id = flat.id) d
                where d.words @@ (
                        select cast(string_agg(
                            '(' || %1$s || ' | ' || %2$s || ' | ' || %3$s || ')', ' <-> ' order by word.place) as tsquery)
                        from unnest(asked.one, asked.two, asked.three) with ordinality
                            as word(one, two, three, place))
                    and exists (%4$s))
            """.formatted(
            sign("one"), sign("two"), sign("three"), VisibilityRule.now("?1").bestGrant());

    /** From {@code looked} to {@code found}: the first few of each principal, whole again, and whether it took their content. */
    static final String FOUND = """
            , asked as materialized (
                select folded_pattern(given.word) as pattern, string_to_array(given.one, ' ') as one,
                    string_to_array(given.two, ' ') as two, string_to_array(given.three, ' ') as three
                from unnest(cast(?10 as text[]), cast(?16 as text[]), cast(?17 as text[]), cast(?18 as text[]))
                    as given(word, one, two, three)),
            category_words as materialized (
                select named.category, folded(named.words) as words
                from unnest(cast(?14 as text[]), cast(?15 as text[])) as named(category, words)),
            sender_words as materialized (
                select s.id, folded(s.name) as name, folded(coalesce(s.organisation, '')) as organisation
                from person_labels(array(select distinct uploader_id from looked)) s
                where s.id = cast(?1 as uuid) or case cast(?13 as text)
                    when 'ALL' then true
                    when 'STAFF' then s.employee
                    else s.employee or s.organisation_id = cast(nullif(?13, 'ALL') as uuid) end),
            flat as materialized (
                select looked.principal_id, looked.id,
                    looked.words || chr(10) || coalesce(c.words, '') || chr(10)
                        || coalesce(s.name || chr(10) || s.organisation, '') as words
                from looked
                left join category_words c on c.category = looked.category
                left join sender_words s on s.id = looked.uploader_id
                where ?11 = '' or s.organisation like (select folded_pattern(?11))),
            hit as materialized (
                select flat.principal_id, flat.id, flat.words,
                    row_number() over (partition by flat.principal_id order by flat.id desc) as place
                from flat
                where not exists (
                    select from asked where not (flat.words like asked.pattern or %s))),
            found as materialized (
                select hit.principal_id, d.*,
                    exists (select from asked where hit.words not like asked.pattern) as in_content
                from hit
                cross join lateral (select * from document where id = hit.id limit 1) d
                where hit.place <= ?3)
            """.formatted(IN_CONTENT);

    private static final int FIRST_TOKENS = 16;

    /** A term has no more: it is bounded by its letters. */
    private static final int MOST_WORDS = 200;

    /** Each may cost a look at every content: where there are more, none of them is looked for there. */
    private static final int MOST_TERMS_IN_CONTENT = 16;

    @Inject
    Categories categories;

    @Inject
    Messages messages;

    @Inject
    Settings settings;

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
        WordKey key = WordKey.of(settings);
        int most = criteria.terms().size() > MOST_TERMS_IN_CONTENT ? 0 : MOST_WORDS;
        List<List<String>> tokens = criteria.terms().stream()
                .map(term -> key.asked(Words.of(term, most)))
                .toList();
        for (int stem = 0; stem < Words.MOST_STEMS; stem++) {
            int which = stem;
            query.setParameter(
                    FIRST_TOKENS + which,
                    Row.texts(tokens.stream().map(three -> three.get(which)).toList()));
        }
    }

    /** As {@link WordKey} makes it of the token. */
    private static String sign(String stem) {
        return "quote_literal(encode(substr(sha256(decode(word.%s, 'hex') || uuid_send(flat.id)), 1, 6), 'base64'))"
                .formatted(stem);
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
