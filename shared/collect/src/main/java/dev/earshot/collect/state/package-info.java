/** How far a source has been collected, and where that is kept. */
@NullMarked
package dev.earshot.collect.state;

import org.jspecify.annotations.NullMarked;
