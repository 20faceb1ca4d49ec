/** When to publish and what, by what came of earlier posts. */
@NullMarked
package dev.earshot.engagement.timing;

import org.jspecify.annotations.NullMarked;
