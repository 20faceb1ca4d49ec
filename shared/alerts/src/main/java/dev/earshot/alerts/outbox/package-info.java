/** What is to be sent, until it is sent. */
@NullMarked
package dev.earshot.alerts.outbox;

import org.jspecify.annotations.NullMarked;
