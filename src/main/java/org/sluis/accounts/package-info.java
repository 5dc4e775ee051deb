/** The accounts of the realm: invitations, changes that two decide, and what the realm and the portal say of each other. */
@NullMarked
package org.sluis.accounts;

import org.jspecify.annotations.NullMarked;
