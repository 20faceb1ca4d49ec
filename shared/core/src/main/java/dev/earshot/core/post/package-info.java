/** Posts and what can happen to them: published, edited, removed. */
@NullMarked
package dev.earshot.core.post;

import org.jspecify.annotations.NullMarked;
