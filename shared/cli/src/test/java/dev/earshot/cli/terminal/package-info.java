/** Tests of what is drawn on a terminal. */
@NullMarked
package dev.earshot.cli.terminal;

import org.jspecify.annotations.NullMarked;
