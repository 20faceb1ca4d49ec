/** What the API answers about itself: its health, and the models of the release. */
@NullMarked
package dev.earshot.wire.api.about;

import org.jspecify.annotations.NullMarked;
