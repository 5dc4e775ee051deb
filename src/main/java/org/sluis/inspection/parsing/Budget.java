package org.sluis.inspection.parsing;

/**
 * How much taking one file apart may cost (ASVS 5.2.3).
 *
 * @param members files inside the file, at all depths together
 * @param depth how deep they may lie; the members of an archive lie at 1
 * @param expanded bytes of all members together
 * @param ratio expanded bytes for each byte of the file, beyond a small free allowance
 */
public record Budget(int members, int depth, long expanded, int ratio) {

    /** As it is handed to the child on its command line. */
    public String toArgument() {
        return "%d,%d,%d,%d".formatted(members, depth, expanded, ratio);
    }

    static Budget fromArgument(String argument) {
        String[] parts = argument.split(",", -1);
        return new Budget(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
