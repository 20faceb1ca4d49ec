/** Language identification in plain Java: scripts, then hashed pieces of words. */
@NullMarked
package dev.earshot.core.language;

import org.jspecify.annotations.NullMarked;
