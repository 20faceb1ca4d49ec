/** Tests of what is read in texts. */
@NullMarked
package dev.earshot.core.text;

import org.jspecify.annotations.NullMarked;
