/** A client of the HTTP API, as a user's own program would be one. */
@NullMarked
package dev.earshot.cli.api;

import org.jspecify.annotations.NullMarked;
