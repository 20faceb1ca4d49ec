@NullMarked
package dev.earshot.mcp;

import org.jspecify.annotations.NullMarked;
