/** Models on DJL's PyTorch engine. */
@NullMarked
package dev.earshot.djl;

import org.jspecify.annotations.NullMarked;
