@NullMarked
package dev.earshot.local.analyze;

import org.jspecify.annotations.NullMarked;
