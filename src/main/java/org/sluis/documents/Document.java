package org.sluis.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;

/**
 * A document: what it is called and which of its versions is shown. Its first version decides its state; a later
 * version is checked beside the current one and takes its place only when released, so a bad revision harms nobody.
 */
@Entity
public class Document {

    @Id
    private UUID id;

    private String title;
    private @Nullable String description;
    private String category;

    @Column(name = "dossier_id")
    private @Nullable UUID dossierId;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "uploader_id")
    private UUID uploaderId;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(NewDocument metadata, UUID uploaderId) {
        this.id = Ids.next();
        this.title = metadata.title();
        this.description = metadata.description().orElse(null);
        this.category = metadata.category();
        this.state = DocumentState.CHECKING;
        this.currentVersion = 1;
        this.uploaderId = uploaderId;
        this.uploadedAt = Instant.now();
    }

    /** A version passed the gate; one that comes after a recalled or refused one takes its place too. */
    void released(int version) {
        if (state == DocumentState.CHECKING || (isDecided() && version > currentVersion)) {
            state = DocumentState.AVAILABLE;
            currentVersion = version;
        }
    }

    /** A version was refused; only the first one takes the document with it. */
    public void rejected(int version) {
        if (state == DocumentState.CHECKING && version == currentVersion) {
            state = DocumentState.REJECTED;
        }
    }

    /** A version that had passed was convicted; the one that is shown takes the document with it. */
    public void recalled(int version) {
        if (state == DocumentState.AVAILABLE && version == currentVersion) {
            state = DocumentState.RECALLED;
        }
    }

    /** A recalled version is good again. */
    public void reinstated(int version) {
        if (state == DocumentState.RECALLED && version == currentVersion) {
            state = DocumentState.AVAILABLE;
        }
    }

    /** A refused version is checked anew; the one that took the document with it brings it back. */
    public void reopened(int version) {
        if (state == DocumentState.REJECTED && version == currentVersion) {
            state = DocumentState.CHECKING;
        }
    }

    private boolean isDecided() {
        return state == DocumentState.AVAILABLE || state == DocumentState.RECALLED || state == DocumentState.REJECTED;
    }

    /** Takes over what was asked for; whoever calls this has checked it. */
    void amend(String newTitle, Optional<String> newDescription, String newCategory) {
        title = newTitle;
        description = newDescription.orElse(null);
        category = newCategory;
    }

    /** Gone for everybody; the row stays for the trail. */
    void erase() {
        state = DocumentState.ERASED;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    String category() {
        return category;
    }

    Optional<UUID> dossierId() {
        return Optional.ofNullable(dossierId);
    }

    DocumentState state() {
        return state;
    }

    int currentVersion() {
        return currentVersion;
    }

    UUID uploaderId() {
        return uploaderId;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    /** Changes with every change of the row. Up to date once changes are flushed. */
    String entityTag() {
        return entityTag(revision);
    }

    /** The tag of a document whose row has this revision. */
    static String entityTag(long revision) {
        return "\"r" + revision + '"';
    }
}
