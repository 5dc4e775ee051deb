/** Background work, started with the application and stopped with it. */
@NullMarked
package org.sluis.platform.jobs;

import org.jspecify.annotations.NullMarked;
