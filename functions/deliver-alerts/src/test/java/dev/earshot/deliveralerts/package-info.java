@NullMarked
package dev.earshot.deliveralerts;

import org.jspecify.annotations.NullMarked;
