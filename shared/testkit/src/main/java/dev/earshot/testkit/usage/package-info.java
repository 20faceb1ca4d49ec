/** Usage in memory, and what every store of it must do. */
@NullMarked
package dev.earshot.testkit.usage;

import org.jspecify.annotations.NullMarked;
