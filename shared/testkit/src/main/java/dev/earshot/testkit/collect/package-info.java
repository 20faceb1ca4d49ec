/** A store of sources in memory, and what every such store must do. */
@NullMarked
package dev.earshot.testkit.collect;

import org.jspecify.annotations.NullMarked;
