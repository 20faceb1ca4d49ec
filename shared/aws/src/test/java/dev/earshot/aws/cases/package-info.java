/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.cases;

import org.jspecify.annotations.NullMarked;
