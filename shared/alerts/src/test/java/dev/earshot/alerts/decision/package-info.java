@NullMarked
package dev.earshot.alerts.decision;

import org.jspecify.annotations.NullMarked;
