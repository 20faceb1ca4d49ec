/** What the API answers of files: uploads, downloads and what a search finds. */
@NullMarked
package dev.earshot.wire.api.media;

import org.jspecify.annotations.NullMarked;
