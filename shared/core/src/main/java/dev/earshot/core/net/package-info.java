/** Which addresses may be called on a stranger's word. */
@NullMarked
package dev.earshot.core.net;

import org.jspecify.annotations.NullMarked;
