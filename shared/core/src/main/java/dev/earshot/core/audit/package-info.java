/** The log of who has used which special right, in which no line can be changed unnoticed. */
@NullMarked
package dev.earshot.core.audit;

import org.jspecify.annotations.NullMarked;
