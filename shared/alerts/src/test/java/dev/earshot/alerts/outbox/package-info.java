@NullMarked
package dev.earshot.alerts.outbox;

import org.jspecify.annotations.NullMarked;
