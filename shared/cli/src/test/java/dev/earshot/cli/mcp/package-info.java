@NullMarked
package dev.earshot.cli.mcp;

import org.jspecify.annotations.NullMarked;
