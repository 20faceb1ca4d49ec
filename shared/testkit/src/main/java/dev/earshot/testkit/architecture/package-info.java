/** The rules of the architecture, as tests. */
@NullMarked
package dev.earshot.testkit.architecture;

import org.jspecify.annotations.NullMarked;
