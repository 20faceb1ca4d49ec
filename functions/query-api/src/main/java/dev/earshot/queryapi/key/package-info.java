/** Keys of the API, as their holders see them. */
@NullMarked
package dev.earshot.queryapi.key;

import org.jspecify.annotations.NullMarked;
