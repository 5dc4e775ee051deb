/** What people are told by e-mail: written with the act it tells of, sent afterwards, never lost. */
@NullMarked
package org.sluis.mail;

import org.jspecify.annotations.NullMarked;
