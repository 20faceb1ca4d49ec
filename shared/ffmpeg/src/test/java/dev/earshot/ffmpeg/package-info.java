@NullMarked
package dev.earshot.ffmpeg;

import org.jspecify.annotations.NullMarked;
