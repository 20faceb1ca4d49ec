@NullMarked
package dev.earshot.scoreinfluencers;

import org.jspecify.annotations.NullMarked;
