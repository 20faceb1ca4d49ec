/** What rises with many brands at once. */
@NullMarked
package dev.earshot.trends.shock;

import org.jspecify.annotations.NullMarked;
