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
 * @param gaps what may be missing
 * @param trouble why no more came, to continue the stream's name; empty if all went well
 */
record Taken(
        List<Item> fresh, Progress next, boolean done, List<Gap> gaps, Optional<String> trouble) {}
