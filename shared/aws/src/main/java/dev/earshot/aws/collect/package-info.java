/** Sources of posts, and how far they are. */
@NullMarked
package dev.earshot.aws.collect;

import org.jspecify.annotations.NullMarked;
