@NullMarked
package dev.earshot.core.media.video;

import org.jspecify.annotations.NullMarked;
