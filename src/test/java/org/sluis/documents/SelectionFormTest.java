package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.Categories;
import org.sluis.inspection.ShippedCategories;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** What an administrator wants of the documents that were ticked in a list. */
class SelectionFormTest {

    private static final Categories CATEGORIES = ShippedCategories.get();

    private final MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();

    @Test
    void erasureNeedsItsReasonAndTheNumberOfDocuments() {
        tick(2);
        assertThat(form().complaintsOfErasure()).containsExactly("reason", "number");
        fields.putSingle("reason", "sent by mistake");
        fields.putSingle("number", "3");
        assertThat(form().complaintsOfErasure()).containsExactly("number");
        fields.putSingle("number", " 2 ");
        assertThat(form().complaintsOfErasure()).isEmpty();
        fields.putSingle("reason", "x".repeat(501));
        assertThat(form().complaintsOfErasure()).containsExactly("reason");
    }

    @Test
    void categoryMustBeOneThereIs() {
        tick(1);
        assertThat(form().complaintsOfCategory(CATEGORIES)).containsExactly("category");
        fields.putSingle("category", "certificate");
        assertThat(form().complaintsOfCategory(CATEGORIES)).isEmpty();
    }

    @Test
    void selectionIsAsLargeAsOneThatAccessIsGivenTo() {
        assertThat(form().complaints()).containsExactly("documents");
        tick(100);
        assertThat(form().complaints()).isEmpty();
        tick(1);
        assertThat(form().complaints()).containsExactly("documents");
    }

    /** Who has not looked has seen no state, and changes nothing. */
    @Test
    void stateThatWasSeenStandsBesideItsDocument() {
        tick(2);
        fields.put("tag", List.of("\"r7\""));
        assertThat(form().documents().values())
                .extracting(seen -> seen.nameStrongly("\"r7\""))
                .containsExactly(true, false);
    }

    @Test
    void whatCanBeDoneIsDoneAndTheRestIsLeftWithItsReason() {
        tick(3);
        List<UUID> ids = form().ids();
        List<UUID> seen = new ArrayList<>();
        Selection.Outcome outcome = Selection.each(form(), (id, tags) -> {
            seen.add(id);
            if (id.equals(ids.get(1))) {
                throw new ProblemException(Problem.HELD);
            }
        });
        assertThat(seen).isEqualTo(ids);
        assertThat(outcome.done()).containsExactly(ids.get(0), ids.get(2));
        assertThat(outcome.left()).isEqualTo(Map.of(ids.get(1), Problem.HELD));
    }

    private void tick(int number) {
        Stream.generate(Ids::next).limit(number).forEach(id -> fields.add("document", id.toString()));
    }

    private SelectionForm form() {
        return SelectionForm.of(fields);
    }
}
