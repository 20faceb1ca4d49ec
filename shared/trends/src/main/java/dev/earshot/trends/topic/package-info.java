/** Topics: what many people begin to talk about that they did not talk about before. */
@NullMarked
package dev.earshot.trends.topic;

import org.jspecify.annotations.NullMarked;
