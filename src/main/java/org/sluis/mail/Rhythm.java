package org.sluis.mail;

/** How often somebody hears by mail what is new for them. Mails that people have to get do not ask it. */
enum Rhythm {
    AT_ONCE,
    DAILY,
    WEEKLY,
    NEVER
}
