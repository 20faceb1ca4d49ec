/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.core.catalogue;

import org.jspecify.annotations.NullMarked;
