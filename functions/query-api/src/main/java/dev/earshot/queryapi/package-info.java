/** The function behind the HTTP API: it takes posts, keeps brands, and answers what was found. */
@NullMarked
package dev.earshot.queryapi;

import org.jspecify.annotations.NullMarked;
