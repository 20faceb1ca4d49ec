/** Questions by program, over the Model Context Protocol. */
@NullMarked
package dev.earshot.mcp;

import org.jspecify.annotations.NullMarked;
