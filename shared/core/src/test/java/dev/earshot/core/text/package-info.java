/** Tests of the vocabulary of texts. */
@NullMarked
package dev.earshot.core.text;

import org.jspecify.annotations.NullMarked;
