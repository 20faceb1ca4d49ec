@NullMarked
package dev.earshot.local.template;

import org.jspecify.annotations.NullMarked;
