/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.aws.alert;

import org.jspecify.annotations.NullMarked;
