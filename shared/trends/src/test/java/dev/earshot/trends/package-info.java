@NullMarked
package dev.earshot.trends;

import org.jspecify.annotations.NullMarked;
