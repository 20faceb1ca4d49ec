@NullMarked
package dev.earshot.cli.explain;

import org.jspecify.annotations.NullMarked;
