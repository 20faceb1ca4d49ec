/** Brands and the rule by which a text is attributed to them. */
@NullMarked
package dev.earshot.core.brand;

import org.jspecify.annotations.NullMarked;
