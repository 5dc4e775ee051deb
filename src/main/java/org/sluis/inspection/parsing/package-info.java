/**
 * What is done with bytes that may be hostile: taking files apart, member by member, format by format. All of it runs in
 * a child process that the portal may kill at any moment; it knows nothing of the portal but the pipe between them.
 */
@NullMarked
package org.sluis.inspection.parsing;

import org.jspecify.annotations.NullMarked;
