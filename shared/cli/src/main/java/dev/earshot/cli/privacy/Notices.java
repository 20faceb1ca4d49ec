package dev.earshot.cli.privacy;

import dev.earshot.core.post.Platform;

import java.util.stream.Collectors;

/** A page for the people whose posts are read (articles 13 and 14). Stateless. */
final class Notices {
    private Notices() {}

    static String page(Practice practice) {
        String platforms =
                practice.platforms().stream()
                        .filter(platform -> platform != Platform.UPLOAD)
                        .map(Platform::key)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return """
                # We read public posts about our brands

                [Name and contact of the operator, and of its data protection officer]

                * **What**: public posts that name our brands, on %s. We do not follow people.
                * **How**: programs read what a post feels about a brand, and count it. They err; nothing
                  is decided about you. Some accounts get a score of how far their posts about us reach.
                * **Who you are** we do not store with your posts: your account becomes a keyed number that
                  we can't turn back. Faces in pictures are counted, never recognised.
                * **How long**: texts %d days, encrypted one by one; what was read from them %d days. If you
                  delete a post or your account, ours goes too.
                * **Why, and on which basis**: [purpose; legitimate interests, article 6(1)(f)]
                * **To whom**: nobody but our hosting provider. [Others]

                You may ask what we hold of you, get a copy, have it corrected or erased, and object to being
                scored. Tell us the platform and your account; we answer within a month with a signed receipt.
                [How to reach us]. You may also complain to a supervisory authority.
                """
                .formatted(platforms, practice.textDays(), practice.resultDays());
    }
}
