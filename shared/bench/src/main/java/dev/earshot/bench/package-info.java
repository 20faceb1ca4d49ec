/** Measures the project on the machine at hand; nothing here is shipped. */
@NullMarked
package dev.earshot.bench;

import org.jspecify.annotations.NullMarked;
