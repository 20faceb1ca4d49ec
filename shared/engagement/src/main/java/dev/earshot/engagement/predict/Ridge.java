package dev.earshot.engagement.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression of what exceeds an account's level, over scaled numbers, the text encoder's
 * vector and hashed words, solved by conjugate gradients on the normal equations. Immutable and
 * thread-safe.
 */
final class Ridge {
    /**
     * Of all three blocks. Chosen with the blocks' weights and a half-life of old posts, among 22
     * settings, by predicting the posts from 45 to 70 % of one account in turn.
     */
    private static final double PENALTY = 1;

    private static final int MAX_STEPS = 200;
    private static final double TOLERANCE = 1e-8;

    private final double[] means;
    private final double[] scales;
    private final double[] weights;

    private Ridge(double[] means, double[] scales, double[] weights) {
        this.means = means;
        this.scales = scales;
        this.weights = weights;
    }

    /** A post as the regression sees it; a number that is NaN counts as the mean. */
    record Row(double[] numbers, TextVector vector, WordFeatures words) {
        static Row of(Planned post, History.Before before) {
            return new Row(
                    Numbers.of(post, before),
                    TextVector.of(post.reading()),
                    WordFeatures.of(post.text().orElse("")));
        }

        Row atAnyHour() {
            return new Row(Numbers.atAnyHour(numbers), vector, words);
        }

        /** The numbers and the vector, one behind the other. */
        private double[] all() {
            double[] all = Arrays.copyOf(numbers, numbers.length + TextVector.SIZE);
            System.arraycopy(vector.values(), 0, all, numbers.length, TextVector.SIZE);
            return all;
        }
    }

    static Ridge fit(List<Row> rows, double[] excess) {
        List<double[]> numbers = rows.stream().map(Row::all).toList();
        int width = numbers.getFirst().length;
        double[] means = new double[width];
        double[] scales = new double[width];
        for (int k = 0; k < width; k++) {
            int column = k;
            double[] known =
                    numbers.stream()
                            .mapToDouble(row -> row[column])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double variance =
                    Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
            means[k] = mean;
            // All numbers together weigh as much as the vector, and as all words.
            int block = k < width - TextVector.SIZE ? width - TextVector.SIZE : TextVector.SIZE;
            scales[k] = 1 / ((Math.sqrt(variance) + 1e-9) * Math.sqrt(block));
        }
        var empty = new Ridge(means, scales, new double[0]);
        List<double[]> dense = new ArrayList<>(rows.size());
        numbers.forEach(row -> dense.add(empty.dense(row)));
        return new Ridge(means, scales, solve(rows, dense, excess));
    }

    /** The intercept, the scaled numbers. */
    private double[] dense(double[] numbers) {
        double[] dense = new double[numbers.length + 1];
        dense[0] = 1;
        for (int k = 0; k < numbers.length; k++) {
            dense[k + 1] = Double.isNaN(numbers[k]) ? 0 : (numbers[k] - means[k]) * scales[k];
        }
        return dense;
    }

    private static double[] solve(List<Row> rows, List<double[]> dense, double[] excess) {
        int head = dense.getFirst().length;
        double[] weights = new double[WordFeatures.SIZE + head];
        double[] residual = transposed(rows, dense, excess, head);
        double[] direction = residual.clone();
        double norm = dot(residual, residual);
        double start = norm;
        for (int step = 0; step < MAX_STEPS && norm > TOLERANCE * TOLERANCE * start; step++) {
            double[] image = new double[rows.size()];
            for (int i = 0; i < image.length; i++) {
                image[i] = product(rows.get(i), dense.get(i), direction, head);
            }
            double[] curved = transposed(rows, dense, image, head);
            for (int k = 0; k < curved.length; k++) {
                curved[k] += PENALTY * direction[k];
            }
            double length = norm / dot(direction, curved);
            for (int k = 0; k < weights.length; k++) {
                weights[k] += length * direction[k];
                residual[k] -= length * curved[k];
            }
            double next = dot(residual, residual);
            for (int k = 0; k < direction.length; k++) {
                direction[k] = residual[k] + next / norm * direction[k];
            }
            norm = next;
        }
        return weights;
    }

    private static double[] transposed(
            List<Row> rows, List<double[]> dense, double[] values, int head) {
        double[] words = new double[WordFeatures.SIZE + head];
        for (int i = 0; i < values.length; i++) {
            rows.get(i).words().addTo(words, values[i]);
            double[] numbers = dense.get(i);
            for (int k = 0; k < head; k++) {
                words[WordFeatures.SIZE + k] += numbers[k] * values[i];
            }
        }
        return words;
    }

    private static double product(Row row, double[] numbers, double[] weights, int head) {
        double sum = row.words().dot(weights);
        for (int k = 0; k < head; k++) {
            sum += numbers[k] * weights[WordFeatures.SIZE + k];
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    double predict(Row row) {
        double[] numbers = dense(row.all());
        return product(row, numbers, weights, numbers.length);
    }
}
