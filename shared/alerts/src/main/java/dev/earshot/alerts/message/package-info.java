/** What is said: the notice, and its forms for machines, Slack and Teams. */
@NullMarked
package dev.earshot.alerts.message;

import org.jspecify.annotations.NullMarked;
