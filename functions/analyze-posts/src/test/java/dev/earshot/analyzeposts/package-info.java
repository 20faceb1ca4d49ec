@NullMarked
package dev.earshot.analyzeposts;

import org.jspecify.annotations.NullMarked;
