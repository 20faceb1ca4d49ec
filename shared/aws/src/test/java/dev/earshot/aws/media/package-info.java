/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.media;

import org.jspecify.annotations.NullMarked;
