/** Finds numbers that name a person, an account or a wallet, by the check that each carries. */
@NullMarked
package dev.earshot.privacy.number;

import org.jspecify.annotations.NullMarked;
