@NullMarked
package dev.earshot.cli.eval;

import org.jspecify.annotations.NullMarked;
