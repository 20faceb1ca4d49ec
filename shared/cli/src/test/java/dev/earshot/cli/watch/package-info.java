@NullMarked
package dev.earshot.cli.watch;

import org.jspecify.annotations.NullMarked;
