@NullMarked
package dev.earshot.engagement.hours;

import org.jspecify.annotations.NullMarked;
