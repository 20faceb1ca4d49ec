/** Tests of exports. */
@NullMarked
package dev.earshot.export;

import org.jspecify.annotations.NullMarked;
