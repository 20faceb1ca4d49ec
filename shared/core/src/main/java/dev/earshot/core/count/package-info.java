/** Mergeable counts, and the ledger that keeps them exact under repetition and reordering. */
@NullMarked
package dev.earshot.core.count;

import org.jspecify.annotations.NullMarked;
