@NullMarked
package dev.earshot.core.influence.impact;

import org.jspecify.annotations.NullMarked;
