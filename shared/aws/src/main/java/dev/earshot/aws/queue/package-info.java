/** The queue of posts, and when a message that failed comes again. */
@NullMarked
package dev.earshot.aws.queue;

import org.jspecify.annotations.NullMarked;
