/** How a message gets there: attempts, waits, signatures. */
@NullMarked
package dev.earshot.alerts.delivery;

import org.jspecify.annotations.NullMarked;
