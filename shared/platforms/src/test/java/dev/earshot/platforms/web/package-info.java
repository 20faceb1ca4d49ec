@NullMarked
package dev.earshot.platforms.web;

import org.jspecify.annotations.NullMarked;
