/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.directory;

import org.jspecify.annotations.NullMarked;
