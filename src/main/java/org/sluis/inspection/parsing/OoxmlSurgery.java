package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How an Office Open XML document is cut: a refused relationship goes with the references to it, a part that is nothing but a
 * link goes whole, formulas leave their last values and fields their last results.
 */
final class OoxmlSurgery implements PackageSurgery {

    private static final Pattern EXTERNAL_WORKBOOK = Pattern.compile(".*\\.externallink\\+xml");
    private static final Pattern NOTHING_BUT_A_LINK =
            Pattern.compile(".*\\.(externallink|connections|querytable)\\+xml");
    private static final Pattern SIGNATURE = Pattern.compile(".*\\.digital-signature-.*");
    private static final Pattern CALCULATION_ORDER = Pattern.compile(".*\\.calcchain\\+xml");
    private static final Pattern MAIN = Pattern.compile(".*\\.main\\+xml");
    private static final Pattern WORD = Pattern.compile(".*wordprocessingml.*");
    private static final String CONTENT_TYPES = "[content_types].xml";

    private final PackageParts parts;
    private final Budget budget;
    private final OoxmlPackage said;
    private final OoxmlDocument gate;
    private final Map<String, GoneRelationships> gone = new HashMap<>();
    private final Set<String> valued = new HashSet<>();

    OoxmlSurgery(PackageParts parts, Budget budget) throws IOException {
        this.parts = parts;
        this.budget = budget;
        this.said = new OoxmlPackage();
        this.gate = GateRules.ofParts(said);
        for (ZipMember member : parts.staying()) {
            if (lower(member.name()).equals(CONTENT_TYPES)) {
                learn(member, said.contentTypes());
            } else if (RelationshipPart.isOne(member.name())) {
                learn(member, said.relationships(PartNames.key(member.name())));
            }
        }
    }

    private void learn(ZipMember member, XmlRule learner) throws IOException {
        try (InputStream content = parts.open(member)) {
            SafeXml.read(content, learner);
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private boolean is(String name, Pattern type) {
        return said.contentTypes()
                .of(PartNames.key(name))
                .filter(found -> type.matcher(found).matches())
                .isPresent();
    }

    @Override
    public boolean canSpare(String name) {
        return !lower(name).equals(CONTENT_TYPES) && !lower(name).endsWith(".rels") && !is(name, MAIN);
    }

    /** A part that goes takes others along; so it is looked again until nothing more goes. */
    @Override
    public void plan(Trial trial) throws IOException {
        int before;
        do {
            before = parts.leftOut().size();
            gone.clear();
            signatures();
            relationships(trial);
            for (ZipMember member : parts.staying()) {
                part(member, trial);
            }
        } while (parts.leftOut().size() > before);
    }

    private void signatures() {
        leaveOutAll(SIGNATURE, () -> {
            Removals lost = new Removals();
            lost.signature();
            return lost;
        });
    }

    private void relationships(Trial trial) throws IOException {
        for (ZipMember member : parts.staying()) {
            if (RelationshipPart.isOne(member.name())) {
                String source = RelationshipPart.source(member.name());
                if (parts.isLeftOut(source)) {
                    parts.leaveOut(member.name(), new Removals());
                } else {
                    trial.of(member).ifPresent(goneFrom(source)::because);
                }
            }
        }
    }

    private void part(ZipMember member, Trial trial) throws IOException {
        String name = member.name();
        if (RelationshipPart.isOne(name)) {
            return;
        }
        Optional<Removals> cut = trial.of(member);
        if (is(name, NOTHING_BUT_A_LINK) && (cut.isPresent() || !goneFrom(name).isEmpty())) {
            Removals why = goneFrom(name).reasons();
            cut.ifPresent(why::addAll);
            parts.leaveOut(name, why);
            if (is(name, EXTERNAL_WORKBOOK)) {
                // Formulas call such workbooks by their place in the list.
                leaveOutAll(EXTERNAL_WORKBOOK, Removals::new);
            }
        }
        if (!valued.isEmpty()) {
            leaveOutAll(CALCULATION_ORDER, Removals::new);
        }
    }

    private void leaveOutAll(Pattern type, Supplier<Removals> why) {
        for (ZipMember member : parts.staying()) {
            if (is(member.name(), type)) {
                parts.leaveOut(member.name(), why.get());
            }
        }
    }

    private GoneRelationships goneFrom(String source) {
        return gone.computeIfAbsent(lower(source), name -> new GoneRelationships());
    }

    @Override
    public Surgery of(String name, Removals removals) throws IOException {
        if (lower(name).equals(CONTENT_TYPES)) {
            return new ContentTypesSurgery(parts);
        }
        if (RelationshipPart.isOne(name)) {
            String source = RelationshipPart.source(name);
            return new RelationshipsSurgery(source, parts, goneFrom(source));
        }
        boolean unlinked = parts.leftOut().stream().anyMatch(gone -> is(gone, EXTERNAL_WORKBOOK));
        return new PartSurgery(
                () -> GateRules.ofPart(gate, name, budget),
                name,
                goneFrom(name),
                fieldCuts(name, removals),
                unlinked,
                () -> valued.add(name),
                removals);
    }

    private Set<Integer> fieldCuts(String name, Removals removals) throws IOException {
        if (!is(name, WORD)) {
            return Set.of();
        }
        WordFieldCuts cuts = new WordFieldCuts(removals, name);
        Optional<ZipMember> member = parts.staying().stream()
                .filter(staying -> staying.name().equals(name))
                .findFirst();
        if (member.isPresent()) {
            try (InputStream part = parts.open(member.get())) {
                SafeXml.read(part, cuts);
            }
        }
        return cuts.cuts();
    }
}
