/** The command that says why a text is read as it is. */
@NullMarked
package dev.earshot.cli.explain;

import org.jspecify.annotations.NullMarked;
