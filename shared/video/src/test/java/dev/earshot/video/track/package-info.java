/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.video.track;

import org.jspecify.annotations.NullMarked;
