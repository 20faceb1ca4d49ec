/** The in-process servers: DynamoDB, SQS and S3, all bound to the loopback address. */
@NullMarked
package dev.earshot.local.server;

import org.jspecify.annotations.NullMarked;
