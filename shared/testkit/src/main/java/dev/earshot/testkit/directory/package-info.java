/** The directory of creators: what every one must do, and one in memory. */
@NullMarked
package dev.earshot.testkit.directory;

import org.jspecify.annotations.NullMarked;
