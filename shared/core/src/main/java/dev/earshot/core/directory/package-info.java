/** Who the public creators are, where a workspace chooses to keep that. */
@NullMarked
package dev.earshot.core.directory;

import org.jspecify.annotations.NullMarked;
