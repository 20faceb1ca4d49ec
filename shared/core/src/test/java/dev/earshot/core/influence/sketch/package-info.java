@NullMarked
package dev.earshot.core.influence.sketch;

import org.jspecify.annotations.NullMarked;
