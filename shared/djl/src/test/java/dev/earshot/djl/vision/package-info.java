@NullMarked
package dev.earshot.djl.vision;

import org.jspecify.annotations.NullMarked;
