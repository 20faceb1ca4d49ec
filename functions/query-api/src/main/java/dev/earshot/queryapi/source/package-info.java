/** Sources of posts: what is collected, and how far it is. */
@NullMarked
package dev.earshot.queryapi.source;

import org.jspecify.annotations.NullMarked;
