/** Who is calling: sign-in by OpenID Connect, bearer tokens, headers, and the caller of a request. */
@NullMarked
package org.sluis.platform.security;

import org.jspecify.annotations.NullMarked;
