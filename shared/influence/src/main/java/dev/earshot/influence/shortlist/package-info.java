/** Authors whom a team keeps in view, with its notes. */
@NullMarked
package dev.earshot.influence.shortlist;

import org.jspecify.annotations.NullMarked;
