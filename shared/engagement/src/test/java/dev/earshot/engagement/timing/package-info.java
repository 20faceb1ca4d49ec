@NullMarked
package dev.earshot.engagement.timing;

import org.jspecify.annotations.NullMarked;
