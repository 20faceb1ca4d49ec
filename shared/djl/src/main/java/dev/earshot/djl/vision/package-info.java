/** All that the models see in one picture. */
@NullMarked
package dev.earshot.djl.vision;

import org.jspecify.annotations.NullMarked;
