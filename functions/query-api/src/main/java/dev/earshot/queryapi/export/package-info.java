/** Files of results, asked for here and written by the worker. */
@NullMarked
package dev.earshot.queryapi.export;

import org.jspecify.annotations.NullMarked;
