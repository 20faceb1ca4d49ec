/**
 * Converts between JSON or CSV and core's records: the payloads of every platform, and the API's
 * request bodies and answers. Jackson is used here and nowhere else.
 */
@NullMarked
package dev.earshot.wire;

import org.jspecify.annotations.NullMarked;
