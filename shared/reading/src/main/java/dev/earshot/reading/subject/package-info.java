/** What of a brand a text is about: its products and hashtags. */
@NullMarked
package dev.earshot.reading.subject;

import org.jspecify.annotations.NullMarked;
