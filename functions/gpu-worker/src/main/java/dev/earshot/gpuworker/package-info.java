/** The long-running container that analyses videos and large files, in jobs from a queue. */
@NullMarked
package dev.earshot.gpuworker;

import org.jspecify.annotations.NullMarked;
