/** Authors' own activity: their live posts as scoring sees them, and the marks of erased ones. */
@NullMarked
package dev.earshot.core.author;

import org.jspecify.annotations.NullMarked;
