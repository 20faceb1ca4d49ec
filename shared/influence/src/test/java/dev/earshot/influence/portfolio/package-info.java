@NullMarked
package dev.earshot.influence.portfolio;

import org.jspecify.annotations.NullMarked;
