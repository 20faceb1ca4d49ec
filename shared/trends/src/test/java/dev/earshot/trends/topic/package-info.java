@NullMarked
package dev.earshot.trends.topic;

import org.jspecify.annotations.NullMarked;
