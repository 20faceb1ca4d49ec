@NullMarked
package dev.earshot.djl.vision.logo;

import org.jspecify.annotations.NullMarked;
