package org.sluis.platform.web;

import java.util.ArrayList;
import java.util.List;

/** Where a reader can go, the most used first: a phone shows the first four and the others behind "More". */
final class Menu {

    /** So many places have room at the bottom of a phone, beside "More". */
    static final int ON_A_PHONE = 4;

    private static final MenuEntry HOME = new MenuEntry("/portal/home", "nav.start", "home");
    private static final MenuEntry DOCUMENTS = new MenuEntry("/portal/documents", "nav.documents", "documents");
    private static final MenuEntry SEND = new MenuEntry("/portal/upload", "nav.upload", "upload");
    private static final MenuEntry PEOPLE = new MenuEntry("/portal/people", "nav.people", "person");
    private static final MenuEntry ORGANISATIONS =
            new MenuEntry("/portal/organisations", "nav.organisations", "organisation");
    private static final MenuEntry TEAMS = new MenuEntry("/portal/teams", "nav.teams", "team");
    private static final MenuEntry DIRECTORY = new MenuEntry("/portal/people", "nav.directory", "person");
    private static final MenuEntry COLLEAGUES = new MenuEntry("/portal/colleagues", "nav.colleagues", "team");
    private static final MenuEntry QUARANTINE = new MenuEntry("/portal/quarantine", "nav.quarantine", "shield");
    private static final MenuEntry OVERVIEW = new MenuEntry("/portal/overview", "nav.overview", "chart");

    private static final MenuEntry ACCESS = new MenuEntry("/portal/access", "nav.access", "key");
    private static final MenuEntry ACCESS_QUESTIONS = new MenuEntry("/portal/access", "nav.accessQuestions", "key");
    private static final MenuEntry ACTIVITY = new MenuEntry("/portal/activity", "nav.activity", "trail");

    /** The parts of the directory, which are one place of the menu. */
    static final List<MenuEntry> OF_DIRECTORY = List.of(PEOPLE, ORGANISATIONS, TEAMS);

    private Menu() {}

    /** What lies behind an entry: itself, or the parts of the directory. */
    static List<MenuEntry> behind(MenuEntry entry) {
        return entry.equals(DIRECTORY) ? OF_DIRECTORY : List.of(entry);
    }

    static List<MenuEntry> of(PortalPage reader) {
        List<MenuEntry> entries = new ArrayList<>(List.of(HOME, DOCUMENTS));
        if (reader.isSender()) {
            entries.add(SEND);
        }
        if (reader.isAdministrator()) {
            entries.add(DIRECTORY);
        }
        if (reader.isOrganisationAdministrator()) {
            entries.add(COLLEAGUES);
        }
        if (reader.isAdministrator()) {
            entries.addAll(List.of(ACCESS, QUARANTINE, OVERVIEW, ACTIVITY));
        } else if (reader.isOverseer()) {
            entries.addAll(List.of(ACCESS_QUESTIONS, ACTIVITY));
        }
        return List.copyOf(entries);
    }
}
