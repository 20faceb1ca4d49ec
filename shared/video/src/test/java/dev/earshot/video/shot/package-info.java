/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.video.shot;

import org.jspecify.annotations.NullMarked;
