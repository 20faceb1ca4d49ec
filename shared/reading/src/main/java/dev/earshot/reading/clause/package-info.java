/** Splits a text into clauses and finds the words around a target, without a model. */
@NullMarked
package dev.earshot.reading.clause;

import org.jspecify.annotations.NullMarked;
