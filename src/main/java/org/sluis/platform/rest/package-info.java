/** What all REST resources share: problems (RFC 9457), strict JSON, paging. */
@NullMarked
package org.sluis.platform.rest;

import org.jspecify.annotations.NullMarked;
