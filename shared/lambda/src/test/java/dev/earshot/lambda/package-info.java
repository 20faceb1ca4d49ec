@NullMarked
package dev.earshot.lambda;

import org.jspecify.annotations.NullMarked;
