/** {@code export}: posts and cases of a running stack as files. */
@NullMarked
package dev.earshot.cli.export;

import org.jspecify.annotations.NullMarked;
