@NullMarked
package dev.earshot.cli.stack;

import org.jspecify.annotations.NullMarked;
