package dev.earshot.collect.run;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;

import java.util.List;
import java.util.Optional;

/**
 * What a page brings.
 *
 * @param fresh items that were not sent on before
 * @param next how far the stream is once they are
 * @param done whether there is nothing more for now
 * @param gap what may be missing
 */
record Taken(List<Item> fresh, Progress next, boolean done, Optional<Gap> gap) {}
