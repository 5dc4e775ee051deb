package org.sluis.access;

/** What a grant lets its holder do; each right contains those before it. */
public enum Right {
    VIEW,
    DOWNLOAD,
    REVISE;

    public boolean covers(Right wanted) {
        return compareTo(wanted) >= 0;
    }
}
