/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.trend;

import org.jspecify.annotations.NullMarked;
