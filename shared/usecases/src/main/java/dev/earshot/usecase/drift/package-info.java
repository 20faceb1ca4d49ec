/** Whether the shares of labels have moved, language by language. */
@NullMarked
package dev.earshot.usecase.drift;

import org.jspecify.annotations.NullMarked;
