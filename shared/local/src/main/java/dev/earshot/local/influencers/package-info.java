/** The commands about authors' scores. */
@NullMarked
package dev.earshot.local.influencers;

import org.jspecify.annotations.NullMarked;
