@NullMarked
package dev.earshot.usecase.media;

import org.jspecify.annotations.NullMarked;
