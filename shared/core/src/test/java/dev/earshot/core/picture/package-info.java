/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.core.picture;

import org.jspecify.annotations.NullMarked;
