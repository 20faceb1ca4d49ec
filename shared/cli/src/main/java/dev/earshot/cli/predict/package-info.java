/** {@code predict}, and the tables of past posts that it learns from. */
@NullMarked
package dev.earshot.cli.predict;

import org.jspecify.annotations.NullMarked;
