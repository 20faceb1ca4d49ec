/** What is written of the rules by which numbers are made, and which answer rests on which rule. */
@NullMarked
package dev.earshot.queryapi.rule;

import org.jspecify.annotations.NullMarked;
