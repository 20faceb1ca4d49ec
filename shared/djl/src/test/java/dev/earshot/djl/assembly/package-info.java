/** Tests of assembly on tiny synthetic skeletons. */
@NullMarked
package dev.earshot.djl.assembly;

import org.jspecify.annotations.NullMarked;
