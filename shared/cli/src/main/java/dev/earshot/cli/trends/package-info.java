/** {@code trends}: what rises in a file of posts or of counts. */
@NullMarked
package dev.earshot.cli.trends;

import org.jspecify.annotations.NullMarked;
