/** The console: its page, and the files that the page loads. */
@NullMarked
package dev.earshot.queryapi.console;

import org.jspecify.annotations.NullMarked;
