/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.score;

import org.jspecify.annotations.NullMarked;
