@NullMarked
package dev.earshot.trends.spike;

import org.jspecify.annotations.NullMarked;
