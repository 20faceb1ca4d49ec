@NullMarked
package dev.earshot.local.explain;

import org.jspecify.annotations.NullMarked;
