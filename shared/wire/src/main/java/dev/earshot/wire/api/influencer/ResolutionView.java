package dev.earshot.wire.api.influencer;

import java.util.Optional;

/**
 * The pseudonym of an account.
 *
 * @param pseudonym the account's, or the one that was asked about
 * @param matches whether the account has the pseudonym that was asked about; empty where none was
 */
public record ResolutionView(String pseudonym, Optional<Boolean> matches) {}
