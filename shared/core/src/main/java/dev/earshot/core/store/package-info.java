/** The ports behind which results, texts, media and jobs are kept. */
@NullMarked
package dev.earshot.core.store;

import org.jspecify.annotations.NullMarked;
