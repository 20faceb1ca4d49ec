@NullMarked
package dev.earshot.trends.episode;

import org.jspecify.annotations.NullMarked;
