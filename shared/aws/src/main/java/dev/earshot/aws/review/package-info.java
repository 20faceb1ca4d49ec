/**
 * What people come back to: corrections of verdicts, messages that were parked, accounts that have
 * ended.
 */
@NullMarked
package dev.earshot.aws.review;

import org.jspecify.annotations.NullMarked;
