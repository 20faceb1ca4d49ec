/** The function that looks at pictures as they arrive in S3 and queues videos for the worker. */
@NullMarked
package dev.earshot.analyzemedia;

import org.jspecify.annotations.NullMarked;
