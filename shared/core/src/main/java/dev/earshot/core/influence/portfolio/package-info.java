/** Which authors to engage together, within a budget. */
@NullMarked
package dev.earshot.core.influence.portfolio;

import org.jspecify.annotations.NullMarked;
