/** Pictures and videos: files, results and the catalogue. */
@NullMarked
package dev.earshot.aws.media;

import org.jspecify.annotations.NullMarked;
