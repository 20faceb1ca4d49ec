/** Accuracy of the text models, head by head, beside published figures. */
@NullMarked
package dev.earshot.evaluation.text;

import org.jspecify.annotations.NullMarked;
