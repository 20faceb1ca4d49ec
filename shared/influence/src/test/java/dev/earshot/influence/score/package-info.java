/** Tests of the score's score. */
@NullMarked
package dev.earshot.influence.score;

import org.jspecify.annotations.NullMarked;
