/** What every store of exports must do, and one in memory. */
@NullMarked
package dev.earshot.testkit.export;

import org.jspecify.annotations.NullMarked;
