@NullMarked
package dev.earshot.cli.analyze;

import org.jspecify.annotations.NullMarked;
