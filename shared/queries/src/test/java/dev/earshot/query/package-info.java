/** Tests of what is asked of the results. */
@NullMarked
package dev.earshot.query;

import org.jspecify.annotations.NullMarked;
