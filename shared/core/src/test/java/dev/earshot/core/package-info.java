/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.core;

import org.jspecify.annotations.NullMarked;
