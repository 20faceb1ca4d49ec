@NullMarked
package dev.earshot.evaluation.device;

import org.jspecify.annotations.NullMarked;
