/** What all pages share: views, messages, language. */
@NullMarked
package org.sluis.platform.web;

import org.jspecify.annotations.NullMarked;
