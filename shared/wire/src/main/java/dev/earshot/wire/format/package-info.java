/** The platforms' formats, one class each. */
@NullMarked
package dev.earshot.wire.format;

import org.jspecify.annotations.NullMarked;
