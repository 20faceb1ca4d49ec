/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.video.action;

import org.jspecify.annotations.NullMarked;
