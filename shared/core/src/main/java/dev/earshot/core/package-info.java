/** The vocabulary of Earshot: what a post, an author, a picture and a result are. */
@NullMarked
package dev.earshot.core;

import org.jspecify.annotations.NullMarked;
