/** People's requests, and what is left of those who asked for erasure. */
@NullMarked
package dev.earshot.aws.privacy;

import org.jspecify.annotations.NullMarked;
