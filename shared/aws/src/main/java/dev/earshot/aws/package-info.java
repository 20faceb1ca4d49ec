/** The ports of core on DynamoDB, S3, SQS and Secrets Manager. */
@NullMarked
package dev.earshot.aws;

import org.jspecify.annotations.NullMarked;
