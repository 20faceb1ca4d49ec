/** The secret keys of a stack, and how they are changed. */
@NullMarked
package dev.earshot.core.key;

import org.jspecify.annotations.NullMarked;
