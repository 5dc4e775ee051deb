package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which kind of picture or recording the first bytes claim to be, where Tika does not know it or looks at less than the
 * container's own word: brands of the ISO base media format, codecs of Ogg, the kind of Matroska. Decision 25 tells why for each.
 */
final class MediaKind {

    static final String AVIF = "image/avif";

    private static final Set<String> HEIF = Set.of("mif1", "mif2", "msf1", "miaf", "MiHB", "MiHE", "MiPr");
    private static final Set<String> AV1 = Set.of("avif", "avis", "avio");
    private static final Set<String> UNBRANDED = Set.of("moov", "mdat", "wide", "free", "skip", "pnot", "moof", "styp");
    private static final Map<String, String> FILMS_BY_EXTENSION = Map.of(
            "mp4", MediaTypes.MP4,
            "m4v", MediaTypes.MP4,
            "m4a", MediaTypes.M4A,
            "mov", MediaTypes.QUICKTIME,
            "qt", MediaTypes.QUICKTIME,
            "3gp", MediaTypes.MOBILE,
            "3gpp", MediaTypes.MOBILE,
            "3g2", MediaTypes.MOBILE);
    private static final Pattern SOUND_BRAND = Pattern.compile("M4[ABP] |F4[AB] ");
    private static final int MOST_BRANDS = 64;

    private MediaKind() {}

    /** @param extension chooses among names of the same container, which are all read alike */
    static Optional<String> of(byte[] head, String extension) throws IOException {
        if (isBoxed(head)) {
            return Optional.of(boxed(head, extension));
        }
        if (isWave(head)) {
            return Optional.of(MediaTypes.WAVE);
        }
        if (Magic.starts(head, "OggS\0")) {
            return Optional.of(OggPages.type(head));
        }
        if (Magic.starts(head, "\u001aE\u00df\u00a3")) {
            return Optional.of(MatroskaElements.type(head));
        }
        if (Magic.starts(head, "II+\0\10\0\0\0") || Magic.starts(head, "MM\0+\0\10\0\0")) {
            return Optional.of(MediaTypes.TIFF);
        }
        if (BmpStructure.begins(head)) {
            return Optional.of(MediaTypes.BMP);
        }
        return MpegFrames.begin(head) ? Optional.of(MediaTypes.MP3) : Optional.empty();
    }

    /** A first box of a known kind, whose length is no text. */
    private static boolean isBoxed(byte[] head) {
        if (head.length < BoxReader.HEADER_BYTES) {
            return false;
        }
        String type = text(head, 4);
        boolean binary = head[0] == 0 || head[1] == 0 || (head[2] < ' ' && head[3] < ' ');
        return binary && (type.equals("ftyp") || UNBRANDED.contains(type));
    }

    private static String boxed(byte[] head, String extension) {
        String brand = Magic.at(head, 4, "ftyp") ? text(head, 8) : "";
        if (isHeif(brand)) {
            return hasBrand(head, AV1) ? AVIF : MediaTypes.HEIC;
        }
        if (AV1.contains(brand)) {
            return AVIF;
        }
        if (brand.equals("crx ")) {
            return "image/x-canon-cr3";
        }
        return Optional.ofNullable(FILMS_BY_EXTENSION.get(extension)).orElseGet(() -> film(brand));
    }

    private static boolean isHeif(String brand) {
        return HEIF.contains(brand) || brand.startsWith("hei") || brand.startsWith("hev");
    }

    private static String film(String brand) {
        if (brand.isEmpty() || brand.equals("qt  ")) {
            return MediaTypes.QUICKTIME;
        }
        if (brand.startsWith("3g")) {
            return MediaTypes.MOBILE;
        }
        return SOUND_BRAND.matcher(brand).matches() ? MediaTypes.M4A : MediaTypes.MP4;
    }

    /** Whether one of these is among the brands the file says it keeps to besides its first. */
    private static boolean hasBrand(byte[] head, Set<String> brands) {
        int end = Math.min(head.length, ((head[2] & 0xff) << 8) | (head[3] & 0xff));
        for (int at = 16; at + 4 <= end && at < MOST_BRANDS * 4; at += 4) {
            if (brands.contains(text(head, at))) {
                return true;
            }
        }
        return false;
    }

    /** Also those of more than four gigabytes (EBU Tech 3306). */
    private static boolean isWave(byte[] head) {
        return (Magic.starts(head, "RIFF") || Magic.starts(head, "RF64") || Magic.starts(head, "BW64"))
                && text(head, 8).equals("WAVE");
    }

    private static String text(byte[] head, int at) {
        int length = Math.max(0, Math.min(4, head.length - at));
        return new String(head, Math.min(at, head.length), length, StandardCharsets.ISO_8859_1);
    }
}
