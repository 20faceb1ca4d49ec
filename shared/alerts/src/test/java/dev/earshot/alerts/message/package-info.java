@NullMarked
package dev.earshot.alerts.message;

import org.jspecify.annotations.NullMarked;
