package org.sluis.documents;

import java.util.UUID;

/**
 * Asked before a document is erased, by every room that may have a reason to keep it (a legal hold, a running request).
 * One that says it is held is enough. Called in the transaction of the erasure; an implementation is a bean.
 */
public interface DeletionGuard {

    boolean holds(UUID documentId);
}
