package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionNamesTest {
    @ParameterizedTest
    @CsvSource({
        "riding a horse, HorseRiding",
        "riding a horse, ride_horse",
        "riding a bicycle, Biking",
        "skateboarding, SkateBoarding",
        "playing baseball, baseball",
        "playing baseball, BaseballPitch",
        "running, jogging",
        "sitting, sit",
        "using a phone, phone",
        "gesturing, sign language interpreting",
    })
    void same_namesOfOneAction_areTheSame(String told, String annotated) {
        assertThat(ActionNames.same(told, annotated)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "riding a horse, Biking",
        "riding a bicycle, HorseRiding",
        "playing ball, playing guitar",
        "walking, running",
        "using a computer, using a phone",
        "gesturing, playing",
    })
    void same_namesOfOtherActions_differ(String told, String annotated) {
        assertThat(ActionNames.same(told, annotated)).isFalse();
    }
}
