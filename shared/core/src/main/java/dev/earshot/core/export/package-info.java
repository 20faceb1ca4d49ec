/** Files of results for use elsewhere: their formats, writers and store. */
@NullMarked
package dev.earshot.core.export;

import org.jspecify.annotations.NullMarked;
