@NullMarked
package dev.earshot.engagement.predict;

import org.jspecify.annotations.NullMarked;
