/** Collects posts from the sources that workspaces have. */
@NullMarked
package dev.earshot.collectposts;

import org.jspecify.annotations.NullMarked;
