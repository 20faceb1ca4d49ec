package dev.earshot.wire.table;

import dev.earshot.core.Digests;
import dev.earshot.core.post.Platform;
import dev.earshot.wire.json.BadField;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose id a row is: the platform and the id there, from what its columns and its address say.
 *
 * @param id of the post on the platform, undressed
 */
record PostIdentity(Platform platform, String id) {
    private static final Pattern ROUNDED = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]{1,3}");
    private static final Pattern DRESSED = Pattern.compile("=\\s*\"?([^\"]*)\"?|'(.*)|\"(.*)\"");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{4,})[.,]0+");
    private static final Pattern REDDIT_ID = Pattern.compile("[a-z0-9]{2,10}");

    /** What a row says about itself; each empty where it says nothing. */
    record Said(
            Optional<Platform> platform,
            Optional<String> id,
            Optional<String> address,
            String content,
            boolean titled) {}

    /**
     * @param roundedIds whether a spreadsheet rounded the ids of the column
     * @throws BadField if the id was rounded and the address does not hold it
     */
    static PostIdentity of(Said said, boolean roundedIds) {
        Optional<PostAddress> address =
                said.address()
                        .flatMap(PostAddress::of)
                        .filter(
                                found ->
                                        said.platform().isEmpty()
                                                || said.platform().get() == Platform.UPLOAD
                                                || said.platform().get() == found.platform());
        Platform platform =
                address.map(PostAddress::platform).or(said::platform).orElse(Platform.UPLOAD);
        Optional<String> addressed = address.flatMap(PostAddress::id);
        Optional<String> given = said.id().map(PostIdentity::undressed);
        boolean lost = given.filter(id -> isRounded(id, roundedIds)).isPresent();
        if (given.isPresent() && !lost && !(platform == Platform.X && addressed.isPresent())) {
            return new PostIdentity(
                    platform, native_(platform, given.get(), addressed, said.titled()));
        }
        if (addressed.isPresent()) {
            return new PostIdentity(platform, addressed.get());
        }
        if (lost) {
            throw new BadField(
                    "id",
                    "'"
                            + given.get()
                            + "' was rounded by a spreadsheet; export ids as text, or with the"
                            + " address of each post");
        }
        return new PostIdentity(platform, Digests.sha256(said.content()).substring(0, 32));
    }

    /** An id without the signs that keep a spreadsheet from rounding it. */
    static String undressed(String written) {
        String id = written.strip();
        var dressed = DRESSED.matcher(id);
        if (dressed.matches()) {
            for (int group = 1; group <= 3; group++) {
                id = dressed.group(group) == null ? id : dressed.group(group).strip();
            }
        }
        var fraction = FRACTION.matcher(id);
        return fraction.matches() ? fraction.group(1) : id;
    }

    private static boolean isRounded(String id, boolean roundedIds) {
        return ROUNDED.matcher(id).matches() || (roundedIds && hasLostDigits(id));
    }

    /** Whether a number has zeros alone behind its 15th digit, as far as a spreadsheet counts. */
    static boolean hasLostDigits(String id) {
        return id.matches("[1-9][0-9]{14}0{2,}");
    }

    /** Reddit writes ids with and without the kind of thing before them. */
    private static String native_(
            Platform platform, String given, Optional<String> addressed, boolean titled) {
        if (platform == Platform.REDDIT && REDDIT_ID.matcher(given).matches()) {
            boolean same = addressed.filter(id -> id.endsWith("_" + given)).isPresent();
            return same ? addressed.get() : (titled ? "t3_" : "t1_") + given;
        }
        return given;
    }
}
