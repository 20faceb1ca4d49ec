/** What is done with a picture that was uploaded or removed. */
@NullMarked
package dev.earshot.usecase.media;

import org.jspecify.annotations.NullMarked;
