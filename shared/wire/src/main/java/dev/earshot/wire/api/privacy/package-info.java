/** What the API says about personal data. */
@NullMarked
package dev.earshot.wire.api.privacy;

import org.jspecify.annotations.NullMarked;
