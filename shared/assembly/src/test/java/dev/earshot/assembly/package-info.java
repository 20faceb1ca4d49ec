/** Tests of assembly on tiny synthetic skeletons. */
@NullMarked
package dev.earshot.assembly;

import org.jspecify.annotations.NullMarked;
