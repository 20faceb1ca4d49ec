/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.job;

import org.jspecify.annotations.NullMarked;
