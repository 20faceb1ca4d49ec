@NullMarked
package dev.earshot.core.privacy;

import org.jspecify.annotations.NullMarked;
