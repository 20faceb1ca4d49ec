package dev.earshot.evaluation.influence;

/** Ridge-penalised logistic regression without intercept, fitted by Newton's method. */
final class Logistic {
    private static final int ROUNDS = 25;
    private final double[] weights;

    private Logistic(double[] weights) {
        this.weights = weights;
    }

    static Logistic fit(double[][] rows, boolean[] positive, double ridge) {
        int k = rows[0].length;
        double[] weights = new double[k];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] hessian = new double[k][k + 1];
            for (int a = 0; a < k; a++) {
                hessian[a][a] = ridge;
                hessian[a][k] = -ridge * weights[a];
            }
            for (int i = 0; i < rows.length; i++) {
                double p = 1 / (1 + Math.exp(-dot(weights, rows[i])));
                double error = (positive[i] ? 1 : 0) - p;
                for (int a = 0; a < k; a++) {
                    hessian[a][k] += error * rows[i][a];
                    for (int b = 0; b < k; b++) {
                        hessian[a][b] += p * (1 - p) * rows[i][a] * rows[i][b];
                    }
                }
            }
            double[] step = solve(hessian);
            for (int a = 0; a < k; a++) {
                weights[a] += step[a];
            }
        }
        return new Logistic(weights);
    }

    double logit(double[] row) {
        return dot(weights, row);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gaussian elimination with pivoting; the last column is the right-hand side. */
    private static double[] solve(double[][] m) {
        int k = m.length;
        for (int c = 0; c < k; c++) {
            int pivot = c;
            for (int r = c + 1; r < k; r++) {
                pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
            }
            double[] swap = m[c];
            m[c] = m[pivot];
            m[pivot] = swap;
            for (int r = 0; r < k; r++) {
                if (r != c) {
                    double factor = m[r][c] / m[c][c];
                    for (int j = c; j <= k; j++) {
                        m[r][j] -= factor * m[c][j];
                    }
                }
            }
        }
        double[] x = new double[k];
        for (int c = 0; c < k; c++) {
            x[c] = m[c][k] / m[c][c];
        }
        return x;
    }
}
