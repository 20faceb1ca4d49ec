/** The function that proves, every hour, that erasures and duties are kept. */
@NullMarked
package dev.earshot.sweepprivacy;

import org.jspecify.annotations.NullMarked;
