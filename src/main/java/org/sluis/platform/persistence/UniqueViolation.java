package org.sluis.platform.persistence;

import java.sql.SQLException;

/** Tells whether the database refused a row because another like it came first (SQLSTATE 23505). */
public final class UniqueViolation {

    private static final String STATE = "23505";

    private UniqueViolation() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && STATE.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
