@NullMarked
package dev.earshot.engagement.segment;

import org.jspecify.annotations.NullMarked;
