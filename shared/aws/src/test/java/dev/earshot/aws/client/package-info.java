/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.client;

import org.jspecify.annotations.NullMarked;
