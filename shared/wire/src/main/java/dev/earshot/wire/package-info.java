/**
 * JSON and CSV in, records of core out, and back: the payloads of every platform, the API's bodies
 * and answers. Jackson is used here and nowhere else.
 */
@NullMarked
package dev.earshot.wire;

import org.jspecify.annotations.NullMarked;
