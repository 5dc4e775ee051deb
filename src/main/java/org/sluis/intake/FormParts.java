package org.sluis.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.RequestContext;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.StrictText;

/**
 * The parts of a plain form, as browsers send it without script: words field by field, and the file, which comes last. All that
 * is wrong is told at once.
 */
final class FormParts extends UploadParts {

    private static final int LONGEST_FIELD = 16 * 1024;
    private static final Set<String> FIELDS = Set.of("title", "category", "description");

    /** The secret of the session, which was compared before. */
    private static final String SECRET = "_csrf";

    /** What a person can do something about, with the form as it was. */
    private static final Set<Problem> ABOUT_THE_FILE = EnumSet.of(
            Problem.INVALID_MEMBER,
            Problem.EMPTY_FILE,
            Problem.LENGTH_MISMATCH,
            Problem.UPLOAD_TOO_SLOW,
            Problem.TOO_LARGE,
            Problem.RESUMABLE_ONLY,
            Problem.STORAGE_FULL);

    private final Categories categories;
    private final Optional<Category> given;
    private final Map<String, String> typed = new HashMap<>();
    private final Set<String> came = new HashSet<>();

    /** The parameters are those of {@link UploadParts}. */
    FormParts(EncryptedBlobs blobs, Categories categories, Optional<Category> given, long whole) {
        super(blobs, categories, given, whole);
        this.categories = categories;
        this.given = given;
    }

    /** @throws UnfitForm with all that is wrong with it; nothing is left then */
    @Override
    void read(RequestContext request) {
        Optional<ProblemException> file = refusal(request);
        List<ProblemException> complaints =
                new ArrayList<>(given.isPresent() ? List.of() : metadata().complaints(categories));
        file.ifPresent(complaints::add);
        if (!complaints.isEmpty()) {
            discard();
            throw new UnfitForm(typed, complaints);
        }
    }

    private Optional<ProblemException> refusal(RequestContext request) {
        try {
            super.read(request);
            return Optional.empty();
        } catch (ProblemException refusal) {
            if (!ABOUT_THE_FILE.contains(refusal.problem())) {
                throw refusal;
            }
            return Optional.of(refusal);
        }
    }

    @Override
    void readWords(String name, FileItemInput part) throws IOException {
        boolean isSecret = name.equals(SECRET);
        if (!isSecret && !(FIELDS.contains(name) && given.isEmpty())) {
            throw ProblemException.unknown(name);
        }
        byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD + 1);
        if (value.length > LONGEST_FIELD || !came.add(name)) {
            throw new ProblemException(Problem.MALFORMED);
        }
        if (!isSecret) {
            typed.put(name, StrictText.of(value));
        }
    }

    /** Where no file was chosen browsers send one without a name and without content. */
    @Override
    void readFile(FileItemInput part) throws IOException {
        if (SentName.of(part).filter(name -> !name.isEmpty()).isPresent()) {
            super.readFile(part);
        }
    }

    @Override
    Optional<Category> category() {
        return given.or(() -> categories.named(typed.getOrDefault("category", "")));
    }

    @Override
    void requireMetadata() {
        // What is wrong with the words is told together with what is wrong with the file.
    }

    @Override
    Metadata metadata() {
        String description = typed.getOrDefault("description", "");
        return new Metadata(
                typed.getOrDefault("title", ""),
                typed.getOrDefault("category", ""),
                null,
                description.isBlank() ? null : description);
    }
}
