/** Alerts in the table: settings, the outbox and its queue; the bus and the topic. */
@NullMarked
package dev.earshot.aws.alert;

import org.jspecify.annotations.NullMarked;
