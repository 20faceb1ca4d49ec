/** What people set: rules, thresholds, quiet hours, silences, webhooks. */
@NullMarked
package dev.earshot.alerts.rule;

import org.jspecify.annotations.NullMarked;
