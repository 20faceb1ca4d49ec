/** Makes the fingerprints by which copies of one picture are recognised. */
@NullMarked
package dev.earshot.djl.vision.print;

import org.jspecify.annotations.NullMarked;
