/** Tests of the secret keys of a stack. */
@NullMarked
package dev.earshot.core.key;

import org.jspecify.annotations.NullMarked;
