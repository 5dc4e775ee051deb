package org.sluis.kernel;

import java.util.Set;

/**
 * The kinds of refusal the portal knows, each with its stable name (RFC 9457 {@code type} is {@code /problems/<slug>})
 * and HTTP status. Title and explanation are messages {@code problem.<slug>.title} and {@code problem.<slug>.detail}. Of
 * the facts of a refusal only the members declared here are told to whoever is refused (promise B4).
 */
public enum Problem {
    MALFORMED("malformed-request", 400),
    UNKNOWN_MEMBER("unknown-member", 400, "member"),
    INVALID_MEMBER("invalid-member", 400, "member", "reason"),
    EMPTY_FILE("empty-file", 400),
    LENGTH_MISMATCH("length-mismatch", 400),
    TWO_CREDENTIALS("two-credentials", 400),
    SIGN_IN_EXPIRED("sign-in-expired", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    ROLE_MISSING("role-missing", 403),
    SECOND_FACTOR_MISSING("second-factor-missing", 403),
    FOREIGN_FORM("foreign-form", 403),
    RIGHT_MISSING("right-missing", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    UPLOAD_TOO_SLOW("upload-too-slow", 408),
    HELD("held", 409),
    CONFLICT("conflict", 409),
    NAME_TAKEN("name-taken", 409),
    ACCOUNT_EXISTS("account-exists", 409),
    ACCOUNT_MISSING("account-missing", 409),
    INVITATION_USED("invitation-used", 409),
    OWN_ACCOUNT("own-account", 409),
    NOT_CHECKED("not-checked", 409),
    REQUEST_UNDER_WAY("request-under-way", 409, ProblemException.RETRY_AFTER),
    OFFSET_MISMATCH("offset-mismatch", 409),
    OWN_PROPOSAL("own-proposal", 409),
    NOT_INDEPENDENT("not-independent", 409),
    NO_COPY("no-copy", 409),
    CANNOT_BE_SHOWN("cannot-be-shown", 409),
    OWN_UPLOAD("own-upload", 409),
    UNDO_OVER("undo-over", 409),
    STALE("stale", 412),
    TUS_VERSION("tus-version", 412),
    TOO_LARGE("too-large", 413, "limit", "documentId"),
    RESUMABLE_ONLY("resumable-only", 413, "limit"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "size"),
    MALWARE_FOUND("malware-found", 422, Told.BY_THE_GATE),
    TYPE_NOT_ALLOWED("type-not-allowed", 422, Told.BY_THE_GATE),
    TYPE_MISMATCH("type-mismatch", 422, Told.BY_THE_GATE),
    ENCRYPTED_CONTENT("encrypted-content", 422, Told.BY_THE_GATE),
    ACTIVE_CONTENT("active-content", 422, Told.BY_THE_GATE),
    TOO_COMPLEX("too-complex", 422, Told.BY_THE_GATE),
    UNREADABLE_CONTENT("unreadable-content", 422, Told.BY_THE_GATE),
    KEY_REUSED("key-reused", 422),
    UPLOAD_BUSY("upload-busy", 423, ProblemException.RETRY_AFTER),
    DISCARDED("discarded", 422),
    PRECONDITION_REQUIRED("precondition-required", 428),
    TOO_MANY_REQUESTS("too-many-requests", 429, ProblemException.RETRY_AFTER, "until"),
    CHECKSUM_MISMATCH("checksum-mismatch", 460),
    INTERNAL("internal", 500, "incident"),
    UNAVAILABLE("unavailable", 503, ProblemException.RETRY_AFTER),
    DIRECTORY_AWAY("directory-away", 503),
    STORAGE_FULL("storage-full", 507);

    private final String slug;
    private final int status;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which cannot change
    private final Set<String> members;

    Problem(String slug, int status, String... members) {
        this.slug = slug;
        this.status = status;
        this.members = Set.of(members);
    }

    /** What a refusal by the gate tells: the rule, where it was broken, what was found and what could have been. */
    private static final class Told {

        static final String[] BY_THE_GATE = {
            "documentId", "rule", "member", "detected", "detectedBy", "expected", "page", "part", "found"
        };
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status (RFC 9110; 460 is of tus 1.0.0). */
    public int status() {
        return status;
    }

    /** Which facts the problem document may hold, besides those every problem has. */
    public Set<String> members() {
        return members;
    }
}
