/** Finds people's joints in frames: how a person moves, never who it is. */
@NullMarked
package dev.earshot.djl.vision.pose;

import org.jspecify.annotations.NullMarked;
