@NullMarked
package dev.earshot.cli.predict;

import org.jspecify.annotations.NullMarked;
