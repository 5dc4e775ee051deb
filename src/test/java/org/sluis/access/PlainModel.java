package org.sluis.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Problem;

/** What must be true, in plain sets and loops: the yardstick of the model test. Time is counted in hours. */
final class PlainModel {

    /** A document: its sender, and its versions' states in order; the first decides. */
    static final class Doc {
        final UUID id;
        final UUID sender;
        final String title;
        final List<String> versions = new ArrayList<>(List.of("CHECKING"));
        final List<UUID> versionSenders = new ArrayList<>();

        Doc(UUID id, UUID sender, String title) {
            this.id = id;
            this.sender = sender;
            this.title = title;
            versionSenders.add(sender);
        }

        String state() {
            return versions.get(0);
        }
    }

    /** A grant in force from hour {@code from} until, not including, hour {@code until}. */
    record Held(UUID id, UUID principal, Right right, long from, Optional<Long> until) {

        boolean isLiveAt(long hour) {
            return from <= hour && until.map(end -> hour < end).orElse(true);
        }
    }

    final Map<UUID, Doc> documents = new LinkedHashMap<>();
    final Map<UUID, Map<UUID, Held>> grants = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> groups = new LinkedHashMap<>();
    final Set<UUID> disabled = new LinkedHashSet<>();
    long hour;

    void enter(Doc document, UUID grant) {
        documents.put(document.id, document);
        grants.put(document.id, new LinkedHashMap<>());
        give(document.id, new Held(grant, document.sender, Right.REVISE, hour, Optional.empty()));
    }

    void give(UUID document, Held grant) {
        held(document).put(grant.principal(), grant);
    }

    Map<UUID, Held> held(UUID document) {
        return grants.computeIfAbsent(document, none -> new LinkedHashMap<>());
    }

    private Set<UUID> principals(UUID person) {
        Set<UUID> principals = new LinkedHashSet<>();
        if (!disabled.contains(person)) {
            principals.add(person);
            groups.forEach((group, members) -> {
                if (members.contains(person)) {
                    principals.add(group);
                }
            });
        }
        return principals;
    }

    /** The right a person has on a document that is visible to them. */
    Optional<Right> right(UUID person, Doc document) {
        boolean shows = document.state().equals("AVAILABLE") || document.sender.equals(person);
        return principals(person).stream()
                .map(principal -> Optional.ofNullable(held(document.id).get(principal)))
                .flatMap(Optional::stream)
                .filter(grant -> shows && grant.isLiveAt(hour))
                .map(Held::right)
                .max(Right::compareTo);
    }

    /** What a list shows, newest first, each with the right. */
    Map<String, String> listed(UUID person, String words) {
        Map<String, String> listed = new LinkedHashMap<>();
        documents.values().stream()
                .filter(document -> document.title.contains(words))
                .sorted(Comparator.comparing((Doc document) -> document.id.toString())
                        .reversed())
                .forEach(document ->
                        right(person, document).ifPresent(right -> listed.put(document.id.toString(), right.name())));
        return listed;
    }

    Optional<Problem> refusalOfReading(UUID person, Doc document) {
        return right(person, document).isPresent() ? Optional.empty() : Optional.of(Problem.NOT_FOUND);
    }

    Optional<Problem> refusalOfContent(UUID person, Doc document) {
        Optional<Right> right = right(person, document);
        if (right.isEmpty()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        if (!right.get().covers(Right.DOWNLOAD)) {
            return Optional.of(Problem.RIGHT_MISSING);
        }
        return document.state().equals("AVAILABLE") ? Optional.empty() : Optional.of(Problem.NOT_FOUND);
    }

    /** How many versions a person sees of a document that is visible to them. */
    int versions(UUID person, Doc document) {
        int seen = 0;
        for (int i = 0; i < document.versions.size(); i++) {
            if (document.versions.get(i).equals("AVAILABLE")
                    || document.versionSenders.get(i).equals(person)) {
                seen++;
            }
        }
        return seen;
    }

    /** The persons to whom a document is visible. */
    Set<UUID> readers(Doc document, Set<UUID> persons) {
        Set<UUID> readers = new LinkedHashSet<>();
        persons.stream().filter(person -> right(person, document).isPresent()).forEach(readers::add);
        return readers;
    }
}
