/** The use cases: what happens to a batch of messages and to an uploaded file. */
@NullMarked
package dev.earshot.usecase.post;

import org.jspecify.annotations.NullMarked;
