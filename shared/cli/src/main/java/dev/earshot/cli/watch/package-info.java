/** {@code watch}: what rises on a running stack, as it happens. */
@NullMarked
package dev.earshot.cli.watch;

import org.jspecify.annotations.NullMarked;
