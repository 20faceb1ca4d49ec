/** Whether a change of an episode is told, to live traffic and to a preview alike. */
@NullMarked
package dev.earshot.alerts.decision;

import org.jspecify.annotations.NullMarked;
