/** What a terminal is drawn on with: colours, bars and shares. */
@NullMarked
package dev.earshot.cli.terminal;

import org.jspecify.annotations.NullMarked;
