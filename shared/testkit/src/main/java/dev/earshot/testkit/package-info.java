/** Builders of valid, simple examples. */
@NullMarked
package dev.earshot.testkit;

import org.jspecify.annotations.NullMarked;
