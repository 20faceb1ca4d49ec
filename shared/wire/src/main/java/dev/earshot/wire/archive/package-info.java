/** What platforms give people who ask for their own data. */
@NullMarked
package dev.earshot.wire.archive;

import org.jspecify.annotations.NullMarked;
