@NullMarked
package dev.earshot.evaluation.template;

import org.jspecify.annotations.NullMarked;
