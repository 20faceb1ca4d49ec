/** API keys and the secret behind pseudonyms. */
@NullMarked
package dev.earshot.aws.key;

import org.jspecify.annotations.NullMarked;
