/**
 * Decodes videos with FFmpeg in a process of its own, so that a crash in native code costs one job.
 *
 * <p>The child process ({@link dev.earshot.ffmpeg.DecoderProcess}) has an empty environment,
 * bounded memory, and hands FFmpeg the bytes of one file through callbacks: no protocol is allowed,
 * so that nothing in a file can make it open another file or an address.
 */
@NullMarked
package dev.earshot.ffmpeg;

import org.jspecify.annotations.NullMarked;
