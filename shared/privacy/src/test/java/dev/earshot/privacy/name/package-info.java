@NullMarked
package dev.earshot.privacy.name;

import org.jspecify.annotations.NullMarked;
