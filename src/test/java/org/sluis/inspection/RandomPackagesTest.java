package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import org.sluis.kernel.Problem;

/**
 * Packages made at random (security row F9): each active construct, however its part is named, declared, written and reached,
 * is refused; the same package without the construct passes. {@code -Dsluis.gate.tries} says how many of each sort are made.
 */
class RandomPackagesTest {

    private static final int TRIES = Integer.getInteger("sluis.gate.tries", 40);
    private static final int GENERATIONS = 1000;

    private final Laboratory laboratory = Laboratory.shared();

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noPartOfAnOfficeDocumentHidesWhatItDoes(@ForAll Random random) {
        tried(RandomOfficePart.any(), random);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noRelationshipHidesWhereItLeads(@ForAll Random random) {
        tried(RandomOfficeLink.any(), random);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noPageThatIsTakenInHidesWhatItDoes(@ForAll Random random) {
        tried(RandomChunk.any(), random);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noFileOfAnOpenDocumentHidesWhatItDoes(@ForAll Random random) {
        tried(RandomOdfPart.any(), random);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noLibraryHidesWhereItLies(@ForAll Random random) {
        tried(RandomLibrary.any(), random);
    }

    private <T extends RandomPackage> void tried(Arbitrary<T> packages, Random random) {
        RandomGenerator<T> generator = packages.generator(GENERATIONS);
        for (int time = 0; time < TRIES; time++) {
            T made = generator.next(random).value();
            refused(made);
            if (made.hasTwin()) {
                passes(made);
            }
        }
    }

    private void refused(RandomPackage made) {
        assertThat(laboratory.refusal(made.fileName(), made.bytes(true)))
                .as("with what it does: %s", made)
                .isPresent()
                .get()
                .isIn(
                        Problem.ACTIVE_CONTENT,
                        Problem.UNREADABLE_CONTENT,
                        Problem.TYPE_NOT_ALLOWED,
                        Problem.ENCRYPTED_CONTENT);
    }

    private void passes(RandomPackage made) {
        Inspection found = laboratory.inspect(made.fileName(), made.bytes(false));
        assertThat(found.objection()).as("without what it does: %s", made).isEmpty();
        assertThat(found.mediaType()).isEqualTo(made.mediaType());
    }
}
