@NullMarked
package dev.earshot.cli.trends;

import org.jspecify.annotations.NullMarked;
