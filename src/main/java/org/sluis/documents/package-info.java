/** Documents and their versions: metadata, listing, download. */
@NullMarked
package org.sluis.documents;

import org.jspecify.annotations.NullMarked;
