/** The commands about authors' scores. */
@NullMarked
package dev.earshot.cli.influencers;

import org.jspecify.annotations.NullMarked;
