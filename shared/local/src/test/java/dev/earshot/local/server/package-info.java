@NullMarked
package dev.earshot.local.server;

import org.jspecify.annotations.NullMarked;
