/** JSON values with the place that they stand at, and what is wrong with them. */
@NullMarked
package dev.earshot.wire.json;

import org.jspecify.annotations.NullMarked;
