/** Tests of the launcher's program. */
@NullMarked
package dev.earshot.cli;

import org.jspecify.annotations.NullMarked;
