package org.sluis.inspection.parsing;

/** Counts what one file has cost so far against the {@link Budget}. */
final class Meter {

    private static final long FREE_BYTES = 16_000_000;

    private final Budget budget;
    private final long allowance;
    private int members;
    private long expanded;

    /** @param size bytes of the file that came in */
    Meter(Budget budget, long size) {
        this.budget = budget;
        this.allowance = Math.min(budget.expanded(), Math.max(FREE_BYTES, saturated(size, budget.ratio())));
    }

    private static long saturated(long size, int ratio) {
        return size > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : size * ratio;
    }

    void member(int depth) {
        members++;
        Refusal.unless(members <= budget.members(), Rule.MEMBER_COUNT);
        Refusal.unless(depth <= budget.depth(), Rule.NESTING);
    }

    void expanded(long bytes) {
        expanded += bytes;
        Refusal.unless(expanded >= 0 && expanded <= allowance, Rule.EXPANSION);
    }

    /** Says no before anything is expanded, by what a directory announces. */
    void announced(long count, long bytes) {
        Refusal.unless(count <= budget.members() - members, Rule.MEMBER_COUNT);
        Refusal.unless(bytes >= 0 && bytes <= allowance - expanded, Rule.EXPANSION);
    }
}
