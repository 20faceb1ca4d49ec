/** Campaigns in DynamoDB. */
@NullMarked
package dev.earshot.aws.campaign;

import org.jspecify.annotations.NullMarked;
