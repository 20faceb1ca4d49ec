/** Tests of erasure over the posts that the use cases store. */
@NullMarked
package dev.earshot.usecase.privacy;

import org.jspecify.annotations.NullMarked;
