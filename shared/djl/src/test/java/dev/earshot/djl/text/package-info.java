@NullMarked
package dev.earshot.djl.text;

import org.jspecify.annotations.NullMarked;
