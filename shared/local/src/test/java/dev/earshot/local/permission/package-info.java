@NullMarked
package dev.earshot.local.permission;

import org.jspecify.annotations.NullMarked;
