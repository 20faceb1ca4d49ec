@NullMarked
package dev.earshot.cli.check;

import org.jspecify.annotations.NullMarked;
