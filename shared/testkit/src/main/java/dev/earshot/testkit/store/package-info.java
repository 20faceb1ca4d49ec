/** Stores in memory: they pass the same contracts as the adapters of AWS. */
@NullMarked
package dev.earshot.testkit.store;

import org.jspecify.annotations.NullMarked;
