/** Its tests. */
@NullMarked
package dev.earshot.sweepprivacy;

import org.jspecify.annotations.NullMarked;
