@NullMarked
package dev.earshot.core.sketch;

import org.jspecify.annotations.NullMarked;
