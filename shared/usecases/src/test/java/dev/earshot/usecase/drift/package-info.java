/** Tests of what moves the shares of labels. */
@NullMarked
package dev.earshot.usecase.drift;

import org.jspecify.annotations.NullMarked;
