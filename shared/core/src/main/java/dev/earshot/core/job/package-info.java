/** Long work in steps: jobs, where they stand, and the worker that shares itself among them. */
@NullMarked
package dev.earshot.core.job;

import org.jspecify.annotations.NullMarked;
