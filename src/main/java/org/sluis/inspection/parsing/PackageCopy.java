package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An office document, written as a new package: a part in which nothing is refused byte for byte, the others from their XML
 * without what is refused. What is refused and no XML is left out with all that refers to it.
 */
final class PackageCopy implements DocumentCopy {

    /** ZIP knows no earlier one. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PackageParts parts;
    private final PackageSurgery surgery;
    /** What the last trial of each part found. */
    private final Map<String, Optional<Removals>> cuts = new HashMap<>();

    PackageCopy(PackageParts parts, PackageSurgery surgery) {
        this.parts = parts;
        this.surgery = surgery;
    }

    @Override
    public boolean leaveOut(Objection objection) {
        Optional<String> name = objection.member().flatMap(parts::named);
        if (name.isEmpty() || !Removable.fromOffice(objection) || !surgery.canSpare(name.get())) {
            return false;
        }
        Removals why = new Removals();
        why.add(objection, name);
        parts.leaveOut(name.get(), why);
        return true;
    }

    @Override
    public void write(OutputStream target, Removals removals) throws IOException {
        cuts.clear();
        surgery.plan(this::cut);
        parts.tell(removals);
        ZipOutputStream zip = new ZipOutputStream(target);
        for (ZipMember member : parts.staying()) {
            try (Spool copy = new Spool(out -> copy(member, out, removals))) {
                add(zip, member, copy);
            }
        }
        zip.finish();
    }

    private void copy(ZipMember member, OutputStream target, Removals removals) throws IOException {
        Optional<Removals> cut = cuts.containsKey(member.name()) ? cuts.get(member.name()) : cut(member);
        try (InputStream part = parts.open(member)) {
            if (cut.isEmpty()) {
                part.transferTo(target);
                return;
            }
            removals.addAll(cut.get());
            new XmlCopy(surgery.of(member.name(), new Removals()), new Removals(), member.name()).copy(part, target);
        }
    }

    /** Tries it; what cannot be read or may not be cut stays as it is, and the gate says what it thinks of it. */
    private Optional<Removals> cut(ZipMember member) throws IOException {
        Removals found = new Removals();
        Optional<Removals> result = Optional.empty();
        try (InputStream part = parts.open(member)) {
            Surgery how = surgery.of(member.name(), found);
            if (new XmlCopy(how, found, member.name()).copy(part, OutputStream.nullOutputStream())) {
                result = Optional.of(found);
            }
        } catch (Refusal | IOException asItIs) {
            result = Optional.empty();
        }
        cuts.put(member.name(), result);
        return result;
    }

    private static void add(ZipOutputStream zip, ZipMember member, Spool copy) throws IOException {
        ZipEntry entry = new ZipEntry(member.name());
        entry.setTimeLocal(NO_TIME);
        if (member.method() == ZipMember.STORED) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(copy.size());
            entry.setCrc(checksum(copy));
        }
        zip.putNextEntry(entry);
        copy.stream().transferTo(zip);
        zip.closeEntry();
    }

    private static long checksum(Spool copy) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream bytes = copy.stream()) {
            byte[] piece = new byte[Bytes.STREAM_BUFFER];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                checksum.update(piece, 0, read);
            }
        }
        return checksum.getValue();
    }
}
