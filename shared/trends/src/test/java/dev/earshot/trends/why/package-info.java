@NullMarked
package dev.earshot.trends.why;

import org.jspecify.annotations.NullMarked;
