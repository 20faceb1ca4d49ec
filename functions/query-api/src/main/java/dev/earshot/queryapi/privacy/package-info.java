/** Routes of people's requests about their data. */
@NullMarked
package dev.earshot.queryapi.privacy;

import org.jspecify.annotations.NullMarked;
