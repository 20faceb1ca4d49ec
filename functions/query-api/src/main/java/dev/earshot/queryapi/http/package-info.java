/** Requests, responses, problems and the router. */
@NullMarked
package dev.earshot.queryapi.http;

import org.jspecify.annotations.NullMarked;
