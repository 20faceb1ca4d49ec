@NullMarked
package dev.earshot.influence.graph;

import org.jspecify.annotations.NullMarked;
