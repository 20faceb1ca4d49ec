@NullMarked
package dev.earshot.analyzemedia;

import org.jspecify.annotations.NullMarked;
