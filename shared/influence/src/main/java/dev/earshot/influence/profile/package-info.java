/** What somebody who thinks of working with a creator asks beside the score. */
@NullMarked
package dev.earshot.influence.profile;

import org.jspecify.annotations.NullMarked;
