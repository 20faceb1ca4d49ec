/** How well personal data is found in texts. */
@NullMarked
package dev.earshot.evaluation.privacy;

import org.jspecify.annotations.NullMarked;
