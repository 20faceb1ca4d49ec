@NullMarked
package dev.earshot.cli.demo;

import org.jspecify.annotations.NullMarked;
