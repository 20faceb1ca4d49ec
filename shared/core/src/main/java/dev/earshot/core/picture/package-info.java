/** What is found in a picture, and the ports of its models. */
@NullMarked
package dev.earshot.core.picture;

import org.jspecify.annotations.NullMarked;
