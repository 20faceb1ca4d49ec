/** Finds where people live. */
@NullMarked
package dev.earshot.privacy.place;

import org.jspecify.annotations.NullMarked;
