@NullMarked
package dev.earshot.cli.export;

import org.jspecify.annotations.NullMarked;
