@NullMarked
package dev.earshot.alerts.delivery;

import org.jspecify.annotations.NullMarked;
