/** The function that brings authors' scores up to date. */
@NullMarked
package dev.earshot.scoreinfluencers;

import org.jspecify.annotations.NullMarked;
