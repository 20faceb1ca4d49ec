@NullMarked
package dev.earshot.core.influence.portfolio;

import org.jspecify.annotations.NullMarked;
