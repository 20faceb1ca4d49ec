/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.core.media;

import org.jspecify.annotations.NullMarked;
