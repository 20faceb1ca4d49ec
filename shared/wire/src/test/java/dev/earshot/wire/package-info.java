@NullMarked
package dev.earshot.wire;

import org.jspecify.annotations.NullMarked;
