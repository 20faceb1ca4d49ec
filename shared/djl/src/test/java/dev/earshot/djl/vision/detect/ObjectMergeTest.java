package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ObjectMergeTest {
    private static final Box HERE = new Box(10, 10, 100, 100);
    private static final Box ELSEWHERE = new Box(300, 10, 100, 100);

    @Test
    void merge_sameThingUnderAnotherName_keepsEverydayFinding() {
        Detection cup = new Detection("cup", 0.5, HERE);

        assertThat(ObjectMerge.merge(List.of(cup), List.of(new Detection("mug", 0.9, HERE))))
                .containsExactly(cup);
    }

    @Test
    void merge_sameNameElsewhere_keepsBothMostCertainFirst() {
        Detection cup = new Detection("cup", 0.5, HERE);
        Detection mug = new Detection("mug", 0.9, ELSEWHERE);

        assertThat(ObjectMerge.merge(List.of(cup), List.of(mug))).containsExactly(mug, cup);
    }

    @Test
    void merge_generalAndSpecialProduct_keepsSpecial() {
        Detection boot = new Detection("boot", 0.6, HERE);
        Detection footwear = new Detection("footwear", 0.8, HERE);

        assertThat(ObjectMerge.merge(List.of(), List.of(footwear, boot))).containsExactly(boot);
    }

    @Test
    void merge_differentThingsOnOnePlace_keepsBoth() {
        Detection person = new Detection("person", 0.8, HERE);
        Detection footwear = new Detection("footwear", 0.7, HERE);

        assertThat(ObjectMerge.merge(List.of(person), List.of(footwear)))
                .containsExactly(person, footwear);
    }
}
