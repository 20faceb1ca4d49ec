package dev.earshot.privacy.name;

import dev.earshot.privacy.name.NameTokens.Token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes the weights of the model of names: logistic regression by stochastic gradient with AdaGrad
 * (Duchi et al. 2011), seeded. A known name is hidden from the list in a third of all views, so
 * that the model also learns names that the list lacks.
 */
public final class NameTraining {
    private static final float RATE = 0.25f;
    private static final float DECAY = 2e-6f;
    private static final int EPOCHS = 3;

    /** What is seen less often is chance. */
    private static final int RARE = 3;

    /** A name missed costs that much more than a word taken for one. */
    private static final float MISS = 2;

    private final Random chance = new Random(20261130);
    private final Names list = Names.with(new NameModel(new byte[NameFeatures.SIZE]));
    private final float[] weights = new float[NameFeatures.SIZE];
    private final float[] squares = new float[NameFeatures.SIZE];
    private final int[] times = new int[NameFeatures.SIZE];

    /**
     * A text with the places of all names in it.
     *
     * @param names start and end of each
     * @param unsure likewise of what may be a name, from which nothing is learnt
     */
    public record Labelled(String text, List<int[]> names, List<int[]> unsure) {
        public Labelled {
            names = List.copyOf(names);
            unsure = List.copyOf(unsure);
        }
    }

    /** The weights as {@code names.bin} holds them. */
    public byte[] train(List<Labelled> texts) {
        List<Labelled> order = new ArrayList<>(texts);
        texts.forEach(this::count);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, chance);
            for (Labelled each : order) {
                learn(each);
            }
        }
        byte[] packed = new byte[weights.length];
        for (int i = 0; i < packed.length; i++) {
            int rounded = Math.round(weights[i] * NameModel.UNIT);
            packed[i] = (byte) Math.clamp(rounded, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        return packed;
    }

    private void count(Labelled labelled) {
        List<Token> tokens = NameTokens.of(labelled.text());
        for (int[] features : NameFeatures.of(tokens, list.kinds(tokens))) {
            for (int feature : features) {
                times[feature]++;
            }
        }
    }

    private void learn(Labelled labelled) {
        List<Token> tokens = NameTokens.of(labelled.text());
        int[] kinds = list.kinds(tokens);
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = chance.nextInt(3) == 0 ? 0 : kinds[i];
        }
        int[][] features = NameFeatures.of(tokens, kinds);
        for (int i = 0; i < features.length; i++) {
            if (features[i].length > 0 && !within(tokens.get(i), labelled.unsure())) {
                step(features[i], within(tokens.get(i), labelled.names()));
            }
        }
    }

    private static boolean within(Token token, List<int[]> spans) {
        return spans.stream().anyMatch(span -> token.start() < span[1] && span[0] < token.end());
    }

    private void step(int[] features, boolean name) {
        float logit = 0;
        for (int feature : features) {
            logit += weights[feature];
        }
        float probability = (float) (1 / (1 + Math.exp(-logit)));
        float error = name ? (probability - 1) * MISS : probability;
        if (Math.abs(error) < 0.01f) {
            return;
        }
        for (int feature : features) {
            if (times[feature] < RARE) {
                continue;
            }
            float gradient = error + DECAY * weights[feature];
            squares[feature] += gradient * gradient;
            weights[feature] -= RATE * gradient / (float) Math.sqrt(squares[feature] + 1e-6f);
        }
    }
}
