package org.sluis.documents;

/**
 * Where a document is on its way: {@code CHECKING → AVAILABLE | REJECTED}, {@code AVAILABLE → RECALLED} when it is
 * convicted later, any {@code → ERASED}. Content is readable in {@code AVAILABLE} only.
 */
public enum DocumentState {
    CHECKING,
    AVAILABLE,
    REJECTED,
    RECALLED,
    ERASED
}
