/** Whether every stored file still is what the database says. */
@NullMarked
package org.sluis.intake.storage;

import org.jspecify.annotations.NullMarked;
