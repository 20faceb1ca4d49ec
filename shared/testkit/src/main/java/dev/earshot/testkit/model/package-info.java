/** Models without weights, deterministic and fast. */
@NullMarked
package dev.earshot.testkit.model;

import org.jspecify.annotations.NullMarked;
