/** Tests of the score, its audiences and its constants. */
@NullMarked
package dev.earshot.influence.score;

import org.jspecify.annotations.NullMarked;
