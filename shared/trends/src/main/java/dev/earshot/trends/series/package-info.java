/** Series that are watched, as they are kept between two buckets. */
@NullMarked
package dev.earshot.trends.series;

import org.jspecify.annotations.NullMarked;
