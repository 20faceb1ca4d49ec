@NullMarked
package dev.earshot.local.demo;

import org.jspecify.annotations.NullMarked;
