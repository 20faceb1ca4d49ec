/** Tests of the board of influencers. */
@NullMarked
package dev.earshot.cli.influencers;

import org.jspecify.annotations.NullMarked;
