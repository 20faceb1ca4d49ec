/** What the API answers of brands: their listing, what was counted of them, and their logos. */
@NullMarked
package dev.earshot.wire.api.brand;

import org.jspecify.annotations.NullMarked;
