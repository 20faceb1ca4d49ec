/** What was used of what costs, and the limits that requests meet. */
@NullMarked
package dev.earshot.queryapi.usage;

import org.jspecify.annotations.NullMarked;
