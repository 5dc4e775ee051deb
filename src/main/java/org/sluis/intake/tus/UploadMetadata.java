package org.sluis.intake.tus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.intake.Metadata;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SavableName;

/**
 * What the sender says of a file that comes in pieces ({@code Upload-Metadata} of tus 1.0.0): names, each with a value in
 * base64, separated by commas. The members are those of an upload in one request, and the name of the file; instead of title
 * and category it may name a {@code documentId}, of which the file is a further version. {@code modified} is of use to the
 * sender alone, to know the file again.
 *
 * @param sent as it was sent
 * @param document the members, for {@link Metadata} to check
 */
record UploadMetadata(
        String sent, Metadata document, Optional<String> documentId, String fileName, Optional<String> modified) {

    /** @throws ProblemException {@code unknown-member}, or {@code invalid-member} for what is repeated or garbled */
    static UploadMetadata of(@Nullable String header) {
        String sent = header == null ? "" : header.strip();
        Map<String, String> members = sent.isEmpty() ? new LinkedHashMap<>() : members(sent);
        Metadata document = new Metadata(
                members.remove("title"),
                members.remove("category"),
                members.remove("dossierId"),
                members.remove("description"));
        Optional<String> documentId = Optional.ofNullable(members.remove("documentId"));
        String fileName = SavableName.of(withoutNul(members.remove("filename")));
        Optional<String> modified = Optional.ofNullable(members.remove("modified"));
        if (!members.isEmpty()) {
            String unknown = members.keySet().iterator().next();
            throw new ProblemException(Problem.UNKNOWN_MEMBER, Map.of("member", unknown));
        }
        if (documentId.isPresent() && !document.equals(new Metadata(null, null, null, null))) {
            throw ProblemException.invalid("documentId", "together");
        }
        return new UploadMetadata(sent, document, documentId, fileName, modified);
    }

    private static Map<String, String> members(String sent) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String pair : sent.split(",", -1)) {
            String[] parts = pair.strip().split(" +", -1);
            if (parts.length > 2 || parts[0].isEmpty()) {
                throw ProblemException.invalid("Upload-Metadata", "garbled");
            }
            String name = parts[0].equals("fileName") ? "filename" : parts[0];
            if (members.put(name, parts.length == 1 ? "" : decoded(name, parts[1])) != null) {
                throw ProblemException.invalid(name, "repeated");
            }
        }
        return members;
    }

    private static @Nullable String withoutNul(@Nullable String name) {
        if (name != null && name.indexOf('\0') >= 0) {
            throw ProblemException.invalid("filename", "characters");
        }
        return name;
    }

    private static String decoded(String name, String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException garbled) {
            throw ProblemException.invalid(name, "garbled");
        }
    }

    /**
     * The document this is a further version of; none where it is a new one.
     *
     * @throws ProblemException {@code not-found} for what names no document
     */
    Optional<UUID> revised() {
        return documentId.map(id -> Ids.parse(id).orElseThrow(ProblemException::notFound));
    }
}
