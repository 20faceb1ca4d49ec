@NullMarked
package dev.earshot.local.delivery;

import org.jspecify.annotations.NullMarked;
