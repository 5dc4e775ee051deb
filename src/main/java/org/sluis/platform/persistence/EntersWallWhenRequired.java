package org.sluis.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Enters the second wall in a transaction that joins a transaction or begins one; after the container has begun it. */
@Interceptor
@Transactional(TxType.REQUIRED)
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class EntersWallWhenRequired extends EntersWall {}
