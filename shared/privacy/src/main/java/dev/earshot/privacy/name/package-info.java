/** Finds the names of people. */
@NullMarked
package dev.earshot.privacy.name;

import org.jspecify.annotations.NullMarked;
