/**
 * Code shared by all functions: settings, services, callers, SQS batches, and structured log and
 * metric lines.
 */
@NullMarked
package dev.earshot.lambda;

import org.jspecify.annotations.NullMarked;
