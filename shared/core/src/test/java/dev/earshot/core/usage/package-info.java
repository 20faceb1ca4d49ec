@NullMarked
package dev.earshot.core.usage;

import org.jspecify.annotations.NullMarked;
