/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.queue;

import org.jspecify.annotations.NullMarked;
