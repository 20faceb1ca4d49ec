/** Commands that start, stop and use a running stack. */
@NullMarked
package dev.earshot.cli.stack;

import org.jspecify.annotations.NullMarked;
