/** Tests of the audit's chain. */
@NullMarked
package dev.earshot.core.audit;

import org.jspecify.annotations.NullMarked;
