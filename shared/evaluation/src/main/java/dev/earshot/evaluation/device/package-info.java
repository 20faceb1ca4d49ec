/** Whether the models answer alike on every device. */
@NullMarked
package dev.earshot.evaluation.device;

import org.jspecify.annotations.NullMarked;
