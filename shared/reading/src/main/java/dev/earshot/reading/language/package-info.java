/** Language identification in plain Java: scripts, then hashed pieces of words. */
@NullMarked
package dev.earshot.reading.language;

import org.jspecify.annotations.NullMarked;
