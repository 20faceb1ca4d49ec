/** Fakes of the Lambda runtime. */
@NullMarked
package dev.earshot.testkit.lambda;

import org.jspecify.annotations.NullMarked;
