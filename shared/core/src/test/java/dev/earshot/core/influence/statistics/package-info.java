@NullMarked
package dev.earshot.core.influence.statistics;

import org.jspecify.annotations.NullMarked;
