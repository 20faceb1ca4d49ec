/** Jobs: their items, their saved progress and their queue. */
@NullMarked
package dev.earshot.aws.job;

import org.jspecify.annotations.NullMarked;
