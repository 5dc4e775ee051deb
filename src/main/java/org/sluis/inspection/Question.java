package org.sluis.inspection;

import java.nio.channels.SeekableByteChannel;
import java.util.Set;

/**
 * One file to take apart.
 *
 * @param types media types it may have
 */
record Question(SeekableByteChannel content, long size, String fileName, Set<String> types) {}
