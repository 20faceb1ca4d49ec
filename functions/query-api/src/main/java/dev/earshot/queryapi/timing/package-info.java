/** When to publish and what. */
@NullMarked
package dev.earshot.queryapi.timing;

import org.jspecify.annotations.NullMarked;
