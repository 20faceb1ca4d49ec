@NullMarked
package dev.earshot.influence;

import org.jspecify.annotations.NullMarked;
