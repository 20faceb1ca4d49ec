/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.post;

import org.jspecify.annotations.NullMarked;
