/** The function that reads posts from SQS, analyses their text and stores results and counts. */
@NullMarked
package dev.earshot.analyzeposts;

import org.jspecify.annotations.NullMarked;
