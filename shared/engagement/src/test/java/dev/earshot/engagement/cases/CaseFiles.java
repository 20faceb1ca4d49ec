package dev.earshot.engagement.cases;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cases for tests of other packages. */
public final class CaseFiles {
    private CaseFiles() {}

    /** A case of one negative post. */
    public static Case of(
            Intent intent, double probability, boolean sure, boolean ironic, String language) {
        PostAnalysis post = CasePosts.complaint("1").wants(intent, probability, sure).opening();
        TextAnalysis read = ((Reading.Read) post.reading()).analysis();
        var analysis =
                new TextAnalysis(
                        read.sentiment(),
                        read.sureFrom(),
                        read.emotions(),
                        read.feelings(),
                        Optional.of(
                                new Signal(
                                        ironic ? 0.9 : 0.1,
                                        ironic ? Signal.State.YES : Signal.State.NO)),
                        read.offensive(),
                        read.hateful(),
                        read.intent());
        PostAnalysis told = post.read(new Reading.Read(language, analysis));
        return Case.of(
                        new CaseFile(
                                CaseId.of(told.context().conversation().orElseThrow()),
                                List.of(told),
                                List.of(),
                                0),
                        CaseSettings.STANDARD,
                        Set.of())
                .orElseThrow();
    }
}
