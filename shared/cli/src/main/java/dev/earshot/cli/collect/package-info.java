/** The command that collects posts into a file, and the one that shows a stack's sources. */
@NullMarked
package dev.earshot.cli.collect;

import org.jspecify.annotations.NullMarked;
