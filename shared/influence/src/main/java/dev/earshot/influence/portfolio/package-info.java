/** Choosing authors to hire together within a budget. */
@NullMarked
package dev.earshot.influence.portfolio;

import org.jspecify.annotations.NullMarked;
