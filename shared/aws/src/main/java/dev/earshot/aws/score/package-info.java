/** Scores of authors and where they are listed. */
@NullMarked
package dev.earshot.aws.score;

import org.jspecify.annotations.NullMarked;
