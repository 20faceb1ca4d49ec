/** Groups of people, large enough that nobody in them stands out. */
@NullMarked
package dev.earshot.engagement.segment;

import org.jspecify.annotations.NullMarked;
