/** What every implementation of a port must pass. */
@NullMarked
package dev.earshot.testkit.contract;

import org.jspecify.annotations.NullMarked;
