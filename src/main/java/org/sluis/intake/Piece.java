package org.sluis.intake;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A piece of an upload, as it comes.
 *
 * @param offset where in the upload it begins
 * @param length bytes it will have, where its sender says so
 */
record Piece(long offset, InputStream body, OptionalLong length, Optional<PieceChecksum> checksum) {}
