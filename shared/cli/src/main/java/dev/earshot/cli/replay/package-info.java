/** Reads stored results again, with the very models that made them. */
@NullMarked
package dev.earshot.cli.replay;

import org.jspecify.annotations.NullMarked;
