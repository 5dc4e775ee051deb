package org.sluis.intake;

import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.ContentTooLarge;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StorageFull;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.ReceivedFile;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SavableName;
import org.sluis.platform.bodies.SenderTooSlow;
import org.sluis.platform.rest.StrictJson;

/**
 * Reads a multipart upload in one pass: the file goes straight to the blob store while it is hashed and encrypted, in
 * whichever order the parts come. What was stored is removed again when the request turns out to be no good. The stream of
 * a part is not closed: it would read all that is left of a part that is refused, for as long as its sender likes.
 */
class UploadParts {

    private static final int MAX_METADATA = 64 * 1024;

    private final EncryptedBlobs blobs;
    private final Categories categories;
    private final Optional<Category> given;
    private final long whole;

    private @Nullable Metadata metadata;
    private @Nullable ReceivedFile file;

    /**
     * @param given the category, where it is known without metadata
     * @param whole bytes that may come in one request, whatever the category allows in pieces
     */
    UploadParts(EncryptedBlobs blobs, Categories categories, Optional<Category> given, long whole) {
        this.blobs = blobs;
        this.categories = categories;
        this.given = given;
        this.whole = whole;
    }

    /** @throws ProblemException with what is wrong with the request; nothing is left then */
    void read(RequestContext request) {
        try {
            readParts(request);
            requireMetadata();
            requireFile();
        } catch (ProblemException refusal) {
            discard();
            throw refusal;
        } catch (ContentTooLarge tooMuch) {
            discard();
            throw tooLarge();
        } catch (StorageFull full) {
            discard();
            throw new ProblemException(Problem.STORAGE_FULL);
        } catch (SenderTooSlow tooSlow) {
            discard();
            throw new ProblemException(Problem.UPLOAD_TOO_SLOW);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownCharset) {
            discard();
            throw new ProblemException(Problem.MALFORMED);
        } catch (FileUploadException malformed) {
            discard();
            throw new ProblemException(
                    malformed.getCause() instanceof SenderTooSlow ? Problem.UPLOAD_TOO_SLOW : Problem.MALFORMED);
        } catch (IOException cutShort) {
            discard();
            throw new ProblemException(Problem.LENGTH_MISMATCH);
        }
    }

    private void readParts(RequestContext request) throws IOException {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.ISO_8859_1);
        FileItemInputIterator parts = upload.getItemIterator(request);
        while (parts.hasNext()) {
            readPart(parts.next());
        }
    }

    private void readPart(FileItemInput part) throws IOException {
        String name = String.valueOf(part.getFieldName());
        if (name.equals("file")) {
            readFile(part);
        } else {
            readWords(name, part);
        }
    }

    /** @throws ProblemException {@code unknown-member} */
    void readWords(String name, FileItemInput part) throws IOException {
        if (!name.equals("metadata")) {
            throw ProblemException.unknown(name);
        }
        if (metadata != null || given.isPresent()) {
            throw ProblemException.invalid("metadata", "repeated");
        }
        byte[] json = part.getInputStream().readNBytes(MAX_METADATA + 1);
        if (json.length > MAX_METADATA) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", MAX_METADATA));
        }
        metadata = StrictJson.read(json, Metadata.class);
        metadata().checked(categories);
    }

    void readFile(FileItemInput part) throws IOException {
        if (file != null) {
            throw ProblemException.invalid("file", "repeated");
        }
        String name = SavableName.of(SentName.of(part).orElse(null));
        file = new ReceivedFile(name, blobs.receive(part.getInputStream(), limit()));
    }

    private long limit() {
        return Math.min(whole, allowed());
    }

    private long allowed() {
        return category().map(Category::limit).orElseGet(categories::largestLimit);
    }

    /** The category, as far as it is known by now. */
    Optional<Category> category() {
        return metadata == null ? given : Optional.of(metadata.known(categories));
    }

    private ProblemException tooLarge() {
        Problem problem = allowed() > whole ? Problem.RESUMABLE_ONLY : Problem.TOO_LARGE;
        return new ProblemException(problem, Map.of("limit", limit()));
    }

    void requireMetadata() {
        if (given.isEmpty()) {
            metadata();
        }
    }

    private void requireFile() {
        StoredBlob blob = file().blob();
        if (blob.size() == 0) {
            throw new ProblemException(Problem.EMPTY_FILE);
        }
        if (blob.size() > limit()) {
            throw tooLarge();
        }
    }

    Metadata metadata() {
        return Optional.ofNullable(metadata).orElseThrow(() -> ProblemException.invalid("metadata", "missing"));
    }

    ReceivedFile file() {
        return Optional.ofNullable(file).orElseThrow(() -> ProblemException.invalid("file", "missing"));
    }

    /** Forgets what was stored. */
    void discard() {
        if (file != null) {
            Discarding.quietly(blobs, file.blob().id());
        }
    }
}
