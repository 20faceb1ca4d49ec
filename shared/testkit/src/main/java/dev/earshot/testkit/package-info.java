/** Builders of valid, plain examples. */
@NullMarked
package dev.earshot.testkit;

import org.jspecify.annotations.NullMarked;
