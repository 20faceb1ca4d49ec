@NullMarked
package dev.earshot.usecase.post;

import org.jspecify.annotations.NullMarked;
