@NullMarked
package dev.earshot.platforms.filter;

import org.jspecify.annotations.NullMarked;
