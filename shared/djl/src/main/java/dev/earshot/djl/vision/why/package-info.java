/** Says which part of a picture a label hangs on. */
@NullMarked
package dev.earshot.djl.vision.why;

import org.jspecify.annotations.NullMarked;
