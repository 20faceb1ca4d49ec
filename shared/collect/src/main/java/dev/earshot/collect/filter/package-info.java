/** Choosing what is worth sending on. */
@NullMarked
package dev.earshot.collect.filter;

import org.jspecify.annotations.NullMarked;
