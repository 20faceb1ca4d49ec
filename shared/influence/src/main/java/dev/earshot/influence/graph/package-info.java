/** Who is listened to on a topic: random walks over who responded to whom. */
@NullMarked
package dev.earshot.influence.graph;

import org.jspecify.annotations.NullMarked;
