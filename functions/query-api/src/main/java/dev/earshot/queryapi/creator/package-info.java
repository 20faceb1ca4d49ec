/** Routes of the directory of public creators. */
@NullMarked
package dev.earshot.queryapi.creator;

import org.jspecify.annotations.NullMarked;
