@NullMarked
package dev.earshot.evaluation.privacy;

import org.jspecify.annotations.NullMarked;
