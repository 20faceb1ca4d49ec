/** What the API takes and answers, as records. */
@NullMarked
package dev.earshot.wire.api;

import org.jspecify.annotations.NullMarked;
