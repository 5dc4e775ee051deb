package org.sluis.kernel;

/**
 * The kinds of refusal the portal knows, each with its stable name (RFC 9457 {@code type} is {@code /problems/<slug>})
 * and HTTP status. Title and explanation are messages {@code problem.<slug>.title} and {@code problem.<slug>.detail}.
 */
public enum Problem {
    MALFORMED("malformed-request", 400),
    UNKNOWN_MEMBER("unknown-member", 400),
    INVALID_MEMBER("invalid-member", 400),
    EMPTY_FILE("empty-file", 400),
    LENGTH_MISMATCH("length-mismatch", 400),
    TWO_CREDENTIALS("two-credentials", 400),
    SIGN_IN_EXPIRED("sign-in-expired", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    ROLE_MISSING("role-missing", 403),
    FOREIGN_FORM("foreign-form", 403),
    RIGHT_MISSING("right-missing", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    UPLOAD_TOO_SLOW("upload-too-slow", 408),
    HELD("held", 409),
    CONFLICT("conflict", 409),
    NOT_CHECKED("not-checked", 409),
    OWN_PROPOSAL("own-proposal", 409),
    STALE("stale", 412),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416),
    MALWARE_FOUND("malware-found", 422),
    TYPE_NOT_ALLOWED("type-not-allowed", 422),
    TYPE_MISMATCH("type-mismatch", 422),
    ENCRYPTED_CONTENT("encrypted-content", 422),
    ACTIVE_CONTENT("active-content", 422),
    TOO_COMPLEX("too-complex", 422),
    UNREADABLE_CONTENT("unreadable-content", 422),
    DISCARDED("discarded", 422),
    PRECONDITION_REQUIRED("precondition-required", 428),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503),
    STORAGE_FULL("storage-full", 507);

    private final String slug;
    private final int status;

    Problem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status (RFC 9110). */
    public int status() {
        return status;
    }
}
