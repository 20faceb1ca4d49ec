@NullMarked
package dev.earshot.influence.impact;

import org.jspecify.annotations.NullMarked;
