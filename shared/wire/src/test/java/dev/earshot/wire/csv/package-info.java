@NullMarked
package dev.earshot.wire.csv;

import org.jspecify.annotations.NullMarked;
