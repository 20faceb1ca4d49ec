/** What holds for every module: which may know which, and rules that no module may break. */
@NullMarked
package dev.earshot.verification;

import org.jspecify.annotations.NullMarked;
