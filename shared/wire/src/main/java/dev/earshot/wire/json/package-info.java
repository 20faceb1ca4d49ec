/** JSON values with their place in the source, and the errors found in them. */
@NullMarked
package dev.earshot.wire.json;

import org.jspecify.annotations.NullMarked;
