/** Finds what texts tell of people, and masks it. */
@NullMarked
package dev.earshot.privacy;

import org.jspecify.annotations.NullMarked;
