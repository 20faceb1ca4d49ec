/** The score as a result: its components, its constants and the port of its store. */
@NullMarked
package dev.earshot.influence.score;

import org.jspecify.annotations.NullMarked;
