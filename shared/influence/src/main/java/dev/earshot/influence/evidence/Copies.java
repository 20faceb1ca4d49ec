package dev.earshot.influence.evidence;

import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.influence.score.Constants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds comments whose words another account also wrote. Stateless. */
final class Copies {
    private Copies() {}

    static Set<PostId> among(List<Interaction> received) {
        var buckets = new HashMap<Long, List<Interaction>>();
        var copied = new HashSet<PostId>();
        for (Interaction response : received) {
            CommentSketch comment = response.comment().orElse(null);
            if (comment == null || comment.words() < Constants.RESPONSE_WORDS_TO_COMPARE) {
                continue;
            }
            for (int band = 0; band < Constants.RESPONSE_BANDS; band++) {
                List<Interaction> alike =
                        buckets.computeIfAbsent(
                                comment.band(band, Constants.RESPONSE_BANDS),
                                b -> new ArrayList<>());
                for (Interaction other : alike) {
                    if (!other.from().equals(response.from())
                            && other.comment().orElseThrow().similarity(comment)
                                    >= Constants.RESPONSE_SAME) {
                        copied.add(other.response());
                        copied.add(response.response());
                    }
                }
                // A bucket need not be compared in full: one match is enough.
                if (alike.size() < Constants.RESPONSE_COMPARED) {
                    alike.add(response);
                }
            }
        }
        return copied;
    }
}
