/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.queryapi.http;

import org.jspecify.annotations.NullMarked;
