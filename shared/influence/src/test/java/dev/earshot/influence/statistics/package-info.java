@NullMarked
package dev.earshot.influence.statistics;

import org.jspecify.annotations.NullMarked;
