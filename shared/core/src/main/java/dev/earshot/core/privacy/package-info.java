/** What texts tell of people, and the texts without it. */
@NullMarked
package dev.earshot.core.privacy;

import org.jspecify.annotations.NullMarked;
