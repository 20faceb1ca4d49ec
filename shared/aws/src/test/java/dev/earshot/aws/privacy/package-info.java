/** Tests of what an erasure removes beside the posts. */
@NullMarked
package dev.earshot.aws.privacy;

import org.jspecify.annotations.NullMarked;
