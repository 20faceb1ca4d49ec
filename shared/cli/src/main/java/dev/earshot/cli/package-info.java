/** The launcher's program: one class per command, in a package per subject. */
@NullMarked
package dev.earshot.cli;

import org.jspecify.annotations.NullMarked;
