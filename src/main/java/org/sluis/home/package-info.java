/** What each reader finds first: what is to be done, and whether the portal can do its part. */
@NullMarked
package org.sluis.home;

import org.jspecify.annotations.NullMarked;
