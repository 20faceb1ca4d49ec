/** Collecting: walks, leases, budgets, waits. */
@NullMarked
package dev.earshot.collect.run;

import org.jspecify.annotations.NullMarked;
