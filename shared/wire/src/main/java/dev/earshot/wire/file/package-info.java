/** Files of posts: CSV, lines of JSON, and how a file is recognised. */
@NullMarked
package dev.earshot.wire.file;

import org.jspecify.annotations.NullMarked;
