/** The function that watches the series of every brand, every minute. */
@NullMarked
package dev.earshot.tracktrends;

import org.jspecify.annotations.NullMarked;
