/** Delivery of events to handlers: the queue poller, object notifications and the HTTP gateway. */
@NullMarked
package dev.earshot.local.delivery;

import org.jspecify.annotations.NullMarked;
