/** What a text model reads in a post, and when it abstains. */
@NullMarked
package dev.earshot.core.text;

import org.jspecify.annotations.NullMarked;
