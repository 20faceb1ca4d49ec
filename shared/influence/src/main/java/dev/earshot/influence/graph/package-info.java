/** Authority on a topic: random walks over responses between accounts. */
@NullMarked
package dev.earshot.influence.graph;

import org.jspecify.annotations.NullMarked;
