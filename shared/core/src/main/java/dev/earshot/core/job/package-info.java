/** Long work in steps: jobs, their state, and the ports of the queue and the store. */
@NullMarked
package dev.earshot.core.job;

import org.jspecify.annotations.NullMarked;
