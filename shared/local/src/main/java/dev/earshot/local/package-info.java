/**
 * The embedded cloud: reads the production {@code template.yaml}, starts the stores and queues that
 * it declares on the loopback interface, and drives the handlers that it names. Never shipped.
 */
@NullMarked
package dev.earshot.local;

import org.jspecify.annotations.NullMarked;
