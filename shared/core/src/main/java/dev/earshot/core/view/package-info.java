/** Views of the console that a team keeps under a name. */
@NullMarked
package dev.earshot.core.view;

import org.jspecify.annotations.NullMarked;
