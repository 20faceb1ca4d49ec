@NullMarked
package dev.earshot.privacy;

import org.jspecify.annotations.NullMarked;
