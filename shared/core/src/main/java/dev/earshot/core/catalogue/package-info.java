/** Finding pictures again: copies, what they show, and where it is listed. */
@NullMarked
package dev.earshot.core.catalogue;

import org.jspecify.annotations.NullMarked;
