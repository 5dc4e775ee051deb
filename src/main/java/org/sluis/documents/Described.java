package org.sluis.documents;

import org.sluis.platform.rest.FilteredView;

/**
 * A document's metadata as one reader may see it.
 *
 * @param members what leaves
 * @param entityTag the strong entity tag of the document's metadata (RFC 9110, 8.8.3): it names the state of the
 *     document, which is the same for all readers, and is what {@code If-Match} is compared with
 */
public record Described(FilteredView members, String entityTag) {}
