package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/** Groups of employees that grants can be given to. Who was in one, and when, is never forgotten. */
@ApplicationScoped
public class Teams {

    private static final int MAX_NAME = 100;

    private static final String LISTED = """
            select t.id, t.name,
                   (select count(*) from membership m join person p on p.id = m.person_id
                    where m.principal_id = t.id and m.until is null and p.active)
            from team t
            where lower(t.name) like ?1 escape '\\' and t.id < cast(?2 as uuid)
            order by t.id desc limit ?3
            """;

    private static final String MEMBERS = """
            select p.* from person p join membership m on m.person_id = p.id
            where m.principal_id = cast(?1 as uuid) and m.kind = 'TEAM' and m.until is null and p.id < cast(?2 as uuid)
            order by p.id desc limit ?3
            """;

    private static final String FOUND = """
            insert into team (id, name) values (cast(?1 as uuid), ?2) on conflict (name) do nothing
            """;

    private static final String JOIN = """
            insert into membership (person_id, principal_id, kind, since)
            select p.id, t.id, 'TEAM', clock_timestamp()
            from person p, team t
            where p.id = cast(?2 as uuid) and p.employee and t.id = cast(?1 as uuid)
            on conflict (person_id, principal_id) where until is null do nothing
            """;

    private static final String LEAVE = """
            update membership set until = clock_timestamp()
            where principal_id = cast(?1 as uuid) and person_id = cast(?2 as uuid) and kind = 'TEAM' and until is null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    /** A page of those whose name contains {@code words}, last founded first. */
    @Transactional
    public Page<FilteredView> list(Caller administrator, String words, PageRequest page) {
        trail.require(administrator, PeopleAction.TEAMS_LISTED, ResourceRef.every("team"));
        Stream<?> rows = entities.createNativeQuery(LISTED)
                .setParameter(1, LikePattern.containing(SearchWords.of(words).toLowerCase(Locale.ROOT)))
                .setParameter(2, page.below().orElse(Ids.TOP).toString())
                .setParameter(3, page.limit() + 1)
                .getResultStream();
        List<TeamView> views = rows.map(Row::of).map(Teams::view).toList();
        trail.done(administrator, PeopleAction.TEAMS_LISTED, ResourceRef.every("team"), PeopleFacts.Listed.UNCOUNTED);
        return Page.of(views, page.limit(), TeamView::id)
                .map(team -> FieldFilter.shown(team, Audience.of(administrator)));
    }

    /** One team. */
    @Transactional
    public FilteredView read(Caller administrator, UUID team) {
        trail.require(administrator, PeopleAction.TEAM_VIEWED, ResourceRef.team(team));
        List<?> rows = entities.createNativeQuery(LISTED.replace("t.id <", "t.id ="))
                .setParameter(1, LikePattern.containing(""))
                .setParameter(2, team.toString())
                .setParameter(3, 1)
                .getResultList();
        trail.done(administrator, PeopleAction.TEAM_VIEWED, ResourceRef.team(team), Facts.NONE);
        return rows.stream()
                .map(Row::of)
                .map(row -> FieldFilter.shown(view(row), Audience.of(administrator)))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** A page of the members, last registered first. */
    @Transactional
    public Page<FilteredView> members(Caller administrator, UUID team, PageRequest page) {
        read(administrator, team);
        List<?> rows = entities.createNativeQuery(MEMBERS, Person.class)
                .setParameter(1, team.toString())
                .setParameter(2, page.below().orElse(Ids.TOP).toString())
                .setParameter(3, page.limit() + 1)
                .getResultList();
        List<Person> found = rows.stream().map(Person.class::cast).toList();
        return Page.of(found, page.limit(), Person::id)
                .map(member -> FieldFilter.shown(MemberView.of(member), Audience.of(administrator)));
    }

    /** @throws ProblemException {@code invalid-member} for an empty or long name, {@code name-taken} for one in use */
    @Transactional
    public UUID found(Caller administrator, String name) {
        UUID team = Ids.next();
        trail.require(administrator, PeopleAction.TEAM_FOUNDED, ResourceRef.team(team));
        String line = PlainText.line("name", name, MAX_NAME);
        if (change(FOUND, team.toString(), line) == 0) {
            throw new ProblemException(Problem.NAME_TAKEN);
        }
        trail.done(administrator, PeopleAction.TEAM_FOUNDED, ResourceRef.team(team), new PeopleFacts.TeamFounded(line));
        return team;
    }

    /** @throws ProblemException {@code invalid-member} unless this is a team and an employee not yet in it */
    @Transactional
    public void join(Caller administrator, UUID team, UUID person) {
        trail.require(administrator, PeopleAction.TEAM_JOINED, ResourceRef.team(team));
        if (change(JOIN, team.toString(), person.toString()) == 0) {
            throw ProblemException.invalid("person", "unknown");
        }
        trail.done(administrator, PeopleAction.TEAM_JOINED, ResourceRef.team(team), new PeopleFacts.TeamMember(person));
    }

    /** @throws ProblemException {@code not-found} unless the person is in the team */
    @Transactional
    public void leave(Caller administrator, UUID team, UUID person) {
        trail.require(administrator, PeopleAction.TEAM_LEFT, ResourceRef.team(team));
        if (change(LEAVE, team.toString(), person.toString()) == 0) {
            throw ProblemException.notFound();
        }
        trail.done(administrator, PeopleAction.TEAM_LEFT, ResourceRef.team(team), new PeopleFacts.TeamMember(person));
    }

    private int change(String statement, String first, String second) {
        return entities.createNativeQuery(statement)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate();
    }

    private static TeamView view(Row row) {
        return new TeamView(row.id(0).orElseThrow(), row.text(1).orElseThrow(), row.number(2));
    }
}
