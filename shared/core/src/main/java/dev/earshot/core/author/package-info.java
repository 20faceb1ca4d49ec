/** Authors' own activity: what their posts say of them, day by day. */
@NullMarked
package dev.earshot.core.author;

import org.jspecify.annotations.NullMarked;
