package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Set;

/**
 * Known as a workbook in plain characters (SYLK), which may hold macros and is opened as one whatever its name says. Many
 * tables have a first column "ID" too; what follows tells them apart. Line by line, since the lines may be many.
 */
final class SymbolicLink {

    private static final Set<String> RECORDS = Set.of("B", "C", "F", "NE", "NN", "NU", "NV", "O", "P", "W");
    private static final String LAST = "E";
    private static final int TELLING_LINES = 3;

    private SymbolicLink() {}

    /** @param beginning the first characters of a text */
    static boolean begins(String beginning) {
        if (!beginning.startsWith("ID")) {
            return false;
        }
        List<String> lines = beginning
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> further = lines.subList(1, lines.size());
        if (isWrittenByProgram(lines.get(0))) {
            return further.isEmpty() || further.stream().anyMatch(SymbolicLink::isRecord);
        }
        return !further.isEmpty() && further.stream().limit(TELLING_LINES).allMatch(SymbolicLink::isRecord);
    }

    /** {@code ID;P}, the program in capitals if at all, and marks of one letter: no heading of ordinary tables. */
    private static boolean isWrittenByProgram(String line) {
        String[] fields = line.split(";", -1);
        if (fields.length < 2 || !fields[0].equals("ID") || !fields[1].startsWith("P")) {
            return false;
        }
        boolean capitals = fields[1].chars().noneMatch(Character::isLowerCase);
        for (int index = 2; index < fields.length; index++) {
            capitals &= fields[index].isEmpty() || fields[index].equals("N") || fields[index].equals("E");
        }
        return capitals;
    }

    private static boolean isRecord(String line) {
        int end = line.indexOf(';');
        if (end < 0) {
            return line.equals(LAST);
        }
        boolean field = end + 1 < line.length() && line.charAt(end + 1) >= 'A' && line.charAt(end + 1) <= 'Z';
        return field && RECORDS.contains(line.substring(0, end));
    }
}
