/** What every function shares: settings, the batch fold, the structured log line. */
@NullMarked
package dev.earshot.lambda;

import org.jspecify.annotations.NullMarked;
