package org.sluis.intake.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.intake.storage.StorageFault.Kind;

/** How far a verification of the store has come and what it found. One thread writes, any reads. */
final class StorageReport {

    /** So many faults are told one by one; all are counted. */
    private static final int LISTED = 1_000;

    private enum State {
        RUNNING,
        DONE,
        BROKEN_OFF
    }

    private final Instant begin = Instant.now();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<StorageFault> listed = new ArrayList<>();
    private State state = State.RUNNING;
    private Optional<Instant> end = Optional.empty();
    private long versions;
    private long bytes;
    private long blobs;

    synchronized void readVersion() {
        versions++;
    }

    synchronized void readBytes(long more) {
        bytes += more;
    }

    synchronized void lookedAt(long more) {
        blobs += more;
    }

    synchronized void found(StorageFault fault) {
        counts.merge(fault.kind(), 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(fault);
        }
    }

    synchronized void ended(boolean whole) {
        state = whole ? State.DONE : State.BROKEN_OFF;
        end = Optional.of(Instant.now());
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    synchronized boolean isWhole() {
        return state == State.DONE;
    }

    synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    synchronized Instant begin() {
        return begin;
    }

    synchronized Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        members.put("begin", begin.toString());
        end.ifPresent(instant -> members.put("end", instant.toString()));
        members.put("versionsRead", versions);
        members.put("bytesRead", bytes);
        members.put("blobsLookedAt", blobs);
        for (Kind kind : Kind.values()) {
            members.put(kind.title(), count(kind));
        }
        members.put("faults", listed.stream().map(StorageFault::members).toList());
        return members;
    }
}
