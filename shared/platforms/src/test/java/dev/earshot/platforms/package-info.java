@NullMarked
package dev.earshot.platforms;

import org.jspecify.annotations.NullMarked;
