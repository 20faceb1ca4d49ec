@NullMarked
package dev.earshot.video;

import org.jspecify.annotations.NullMarked;
