/** Tests of the fakes and of the rules. */
@NullMarked
package dev.earshot.testkit;

import org.jspecify.annotations.NullMarked;
