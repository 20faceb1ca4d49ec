/** The command {@code check}: what files hold and how they would be read. */
@NullMarked
package dev.earshot.cli.check;

import org.jspecify.annotations.NullMarked;
