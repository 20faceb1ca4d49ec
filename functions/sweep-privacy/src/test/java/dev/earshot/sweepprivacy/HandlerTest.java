package dev.earshot.sweepprivacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.privacy.PrivacySweep;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.lambda.RecordingContext;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class HandlerTest {
    private static final WorkspaceId FIRST = new WorkspaceId("first");
    private static final WorkspaceId SECOND = new WorkspaceId("second");

    private final List<String> swept = new ArrayList<>();

    private Handler at(String time, Sweeping.Sweep sweep) {
        return new Handler(
                new Sweeping(
                        () -> List.of(FIRST, SECOND),
                        sweep,
                        workspace -> {
                            swept.add(workspace + " stale");
                            return 4;
                        },
                        (workspace, month) -> {
                            swept.add(workspace + " " + month);
                            return 1;
                        },
                        workspace -> 5,
                        InstantSource.fixed(Instant.parse(time))));
    }

    private PrivacySweep.Result note(WorkspaceId workspace, boolean all) {
        swept.add(workspace + " " + all);
        return new PrivacySweep.Result(1, 2, 3);
    }

    @Test
    void call_everyHour_sweepsForPeopleAndOnceADayForAccountsThatEnded() {
        at("2026-03-04T02:59:00Z", this::note).handleRequest(Map.of(), new RecordingContext());
        at("2026-03-04T03:01:00Z", this::note).handleRequest(Map.of(), new RecordingContext());
        Map<String, Object> answer =
                at("2026-03-04T12:00:00Z", this::note)
                        .handleRequest(Map.of("all", true), new RecordingContext());

        assertThat(swept)
                .containsExactly(
                        "first false",
                        "second false",
                        "first true",
                        "first stale",
                        "second true",
                        "second stale",
                        "first true",
                        "first stale",
                        "second true",
                        "second stale");
        assertThat(answer)
                .containsEntry("changed", 4L)
                .containsEntry("fulfilled", 6)
                .containsEntry("stale", 8)
                .containsEntry("resealed", 10);
    }

    @Test
    void call_onTheFirstOfAMonth_tellsDriftOnceADay() {
        at("2026-03-01T02:59:00Z", this::note).handleRequest(Map.of(), new RecordingContext());
        Map<String, Object> answer =
                at("2026-03-01T03:01:00Z", this::note)
                        .handleRequest(Map.of(), new RecordingContext());
        at("2026-03-02T03:01:00Z", this::note).handleRequest(Map.of(), new RecordingContext());
        at("2026-03-09T12:00:00Z", this::note)
                .handleRequest(Map.of("drift", true), new RecordingContext());

        assertThat(swept.stream().filter(line -> line.endsWith("2026-03")))
                .containsExactly(
                        "first 2026-03", "second 2026-03", "first 2026-03", "second 2026-03");
        assertThat(answer).containsEntry("moved", 2);
    }

    @Test
    void workspace_thatFails_keepsNoOtherFromBeingSweptAndIsNoticed() {
        Handler handler =
                at(
                        "2026-03-04T12:00:00Z",
                        (workspace, all) -> {
                            if (workspace.equals(FIRST)) {
                                throw new StoreException("no answer", null);
                            }
                            return note(workspace, all);
                        });

        var context = new RecordingContext();

        assertThatThrownBy(() -> handler.handleRequest(Map.of(), context))
                .isInstanceOf(StoreException.class);
        assertThat(context.lines())
                .anyMatch(
                        line ->
                                line.contains("\"Namespace\":\"Earshot/Privacy\"")
                                        && line.contains("\"workspacesFailed\":1.0"));
        assertThat(swept).containsExactly("second false");
    }
}
