@NullMarked
package dev.earshot.djl.image;

import org.jspecify.annotations.NullMarked;
