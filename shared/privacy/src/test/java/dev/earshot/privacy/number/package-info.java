@NullMarked
package dev.earshot.privacy.number;

import org.jspecify.annotations.NullMarked;
