@NullMarked
package dev.earshot.local.fake;

import org.jspecify.annotations.NullMarked;
