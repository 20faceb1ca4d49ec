@NullMarked
package dev.earshot.collectposts;

import org.jspecify.annotations.NullMarked;
