/** Saved views in memory, and what every store of them must do. */
@NullMarked
package dev.earshot.testkit.view;

import org.jspecify.annotations.NullMarked;
