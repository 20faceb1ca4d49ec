@NullMarked
package dev.earshot.core.influence;

import org.jspecify.annotations.NullMarked;
