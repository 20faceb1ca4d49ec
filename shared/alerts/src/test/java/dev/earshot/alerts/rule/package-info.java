@NullMarked
package dev.earshot.alerts.rule;

import org.jspecify.annotations.NullMarked;
