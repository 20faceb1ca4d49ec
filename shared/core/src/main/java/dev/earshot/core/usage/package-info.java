/** What a workspace used of what costs, and how much of it a month it may use. */
@NullMarked
package dev.earshot.core.usage;

import org.jspecify.annotations.NullMarked;
