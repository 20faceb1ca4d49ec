/** The score as a result: its components, its constants and where it is kept. */
@NullMarked
package dev.earshot.influence.score;

import org.jspecify.annotations.NullMarked;
