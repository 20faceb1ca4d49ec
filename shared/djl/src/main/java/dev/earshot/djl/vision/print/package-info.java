/** Makes the fingerprints that recognise copies of a picture. */
@NullMarked
package dev.earshot.djl.vision.print;

import org.jspecify.annotations.NullMarked;
