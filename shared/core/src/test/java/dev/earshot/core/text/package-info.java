@NullMarked
package dev.earshot.core.text;

import org.jspecify.annotations.NullMarked;
