/** Brands of a workspace. */
@NullMarked
package dev.earshot.aws.brand;

import org.jspecify.annotations.NullMarked;
