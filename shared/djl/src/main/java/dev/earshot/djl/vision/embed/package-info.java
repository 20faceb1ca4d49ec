/** The text-image model that the user mounts: pictures and texts as directions in one space. */
@NullMarked
package dev.earshot.djl.vision.embed;

import org.jspecify.annotations.NullMarked;
