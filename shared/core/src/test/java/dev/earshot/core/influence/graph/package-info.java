@NullMarked
package dev.earshot.core.influence.graph;

import org.jspecify.annotations.NullMarked;
