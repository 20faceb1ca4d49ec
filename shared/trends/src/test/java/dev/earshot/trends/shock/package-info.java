@NullMarked
package dev.earshot.trends.shock;

import org.jspecify.annotations.NullMarked;
