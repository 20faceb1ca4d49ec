@NullMarked
package dev.earshot.gpuworker;

import org.jspecify.annotations.NullMarked;
