package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluis.inspection.parsing.ParentPipe.Order;

/**
 * Makes a copy of a document without what the gate refuses in it. The gate itself is asked whether the copy is good, as
 * often as it names one more file inside that can be left out; the portal asks again when the copy comes in.
 */
final class CopyMaker {

    private static final int MOST_ROUNDS = 30;

    private final ParentPipe parent;
    private final Budget budget;

    CopyMaker(ParentPipe parent, Budget budget) {
        this.parent = parent;
        this.budget = budget;
    }

    /** @throws Refusal where no copy of it can come in, and why */
    void make(Bytes file, Order order) throws IOException {
        DocumentCopy document = document(file);
        for (int round = 1; ; round++) {
            Removals removals = new Removals();
            try (Spool copy = new Spool(target -> document.write(target, removals))) {
                examine(copy, order);
                parent.cleaned(removals, copy);
                return;
            } catch (Refusal refusal) {
                if (round == MOST_ROUNDS || !document.leaveOut(refusal.objection())) {
                    throw refusal;
                }
            }
        }
    }

    private DocumentCopy document(Bytes file) throws IOException {
        byte[] head = file.upTo(0, Magic.HEAD_BYTES);
        String type = Magic.type(head, "");
        if (type.equals(MediaTypes.PDF)) {
            return new PdfCopy(file);
        }
        Refusal.unless(type.equals(MediaTypes.ZIP), Rule.TYPE_NOT_TAKEN);
        List<ZipMember> members = ZipDirectory.read(file, new Meter(budget, file.size()));
        PackageParts parts = new PackageParts(file, members);
        boolean ooxml = members.stream()
                .anyMatch(member -> member.name().toLowerCase(Locale.ROOT).equals("[content_types].xml"));
        return new PackageCopy(parts, ooxml ? new OoxmlSurgery(parts, budget) : new OdfSurgery(parts));
    }

    private void examine(Spool copy, Order order) throws IOException {
        new Examination(ParentPipe.silent(), new Meter(budget, copy.size()), Set.of())
                .whole(copy, order.fileName(), order.types());
    }
}
