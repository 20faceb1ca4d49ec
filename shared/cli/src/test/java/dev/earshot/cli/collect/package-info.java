@NullMarked
package dev.earshot.cli.collect;

import org.jspecify.annotations.NullMarked;
