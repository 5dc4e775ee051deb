package org.sluis.inspection.parsing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** What the numbers of a workbook stand for (ISO/IEC 29500-1, 18.8): a day, a time, a percentage, or themselves. */
final class NumberFormats implements XmlRule {

    /** Digits that programs keep of a number; what follows comes of its being binary. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final LocalDateTime SINCE_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime SINCE_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST = 70_000;
    private static final int MOST_DIGITS = 30;
    private static final double LAST_DAY = 2_958_466;
    private static final double SECONDS_A_DAY = 86_400;

    private final LocalDateTime firstDay;
    private final Map<Integer, Meaning> custom = new HashMap<>();
    private final List<Meaning> cells = new ArrayList<>();
    private boolean ofCells;

    private enum Meaning {
        NUMBER,
        DAY,
        MOMENT,
        TIME,
        PERCENTAGE
    }

    NumberFormats(boolean since1904) {
        this.firstDay = since1904 ? SINCE_1904 : SINCE_1900;
    }

    @Override
    public void start(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "numFmt" ->
                Numbers.of(Attributes.named(element, "numFmtId"))
                        .filter(id -> custom.size() < MOST)
                        .ifPresent(id -> custom.put(id, meaning(Attributes.named(element, "formatCode"))));
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells && cells.size() < MOST) {
                    int id = Numbers.of(Attributes.named(element, "numFmtId")).orElse(0);
                    cells.add(custom.getOrDefault(id, builtIn(id)));
                }
            }
            default -> {
                // Looks.
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("cellXfs")) {
            ofCells = false;
        }
    }

    private static Meaning builtIn(int id) {
        return switch (id) {
            case 9, 10 -> Meaning.PERCENTAGE;
            case 14, 15, 16, 17 -> Meaning.DAY;
            case 18, 19, 20, 21, 45, 46, 47 -> Meaning.TIME;
            case 22 -> Meaning.MOMENT;
            default -> Meaning.NUMBER;
        };
    }

    /** By the letters of a format, besides what stands for itself in it. */
    private static Meaning meaning(String code) {
        String letters = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
        boolean day = letters.matches("(?s).*[yd].*");
        boolean time = letters.matches("(?s).*[hs].*") && !letters.contains("general");
        if (day) {
            return time ? Meaning.MOMENT : Meaning.DAY;
        }
        if (time) {
            return Meaning.TIME;
        }
        return letters.contains("%") ? Meaning.PERCENTAGE : Meaning.NUMBER;
    }

    /** @param format of its cell; the first one where none is said */
    String written(String number, int format) {
        if (number.length() > MOST_DIGITS || !number.matches("-?\\d*\\.?\\d+([eE][-+]?\\d{1,3})?")) {
            return number;
        }
        Meaning meaning = format < cells.size() ? cells.get(format) : Meaning.NUMBER;
        BigDecimal exact = new BigDecimal(number).round(KEPT);
        double days = exact.doubleValue();
        if (meaning == Meaning.PERCENTAGE) {
            return plain(exact.movePointRight(2)) + "%";
        }
        if (meaning == Meaning.NUMBER || days < 0 || days >= LAST_DAY) {
            return plain(exact);
        }
        LocalDateTime moment = firstDay.plusSeconds(Math.round(days * SECONDS_A_DAY));
        return moment.format(
                switch (meaning) {
                    case DAY -> DAY;
                    case TIME -> TIME;
                    default -> MOMENT;
                });
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
