/** What is this file, and is it safe: type verdict and virus verdict. */
@NullMarked
package org.sluis.inspection;

import org.jspecify.annotations.NullMarked;
