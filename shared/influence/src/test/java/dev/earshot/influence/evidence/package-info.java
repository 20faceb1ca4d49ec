/** Tests of the score's evidence. */
@NullMarked
package dev.earshot.influence.evidence;

import org.jspecify.annotations.NullMarked;
