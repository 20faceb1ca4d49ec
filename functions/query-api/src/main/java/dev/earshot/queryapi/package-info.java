/**
 * The function behind the HTTP API: it ingests posts, stores brands, and answers queries about
 * results.
 */
@NullMarked
package dev.earshot.queryapi;

import org.jspecify.annotations.NullMarked;
