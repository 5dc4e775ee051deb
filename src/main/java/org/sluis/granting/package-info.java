/** The administrators' desk for giving access: choosing documents and people, a last look, and taking back. */
@NullMarked
package org.sluis.granting;

import org.jspecify.annotations.NullMarked;
