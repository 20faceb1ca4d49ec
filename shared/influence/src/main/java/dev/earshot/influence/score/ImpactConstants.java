package dev.earshot.influence.score;

/**
 * The constants of the impact component and of the estimate of a lift, which campaigns use too;
 * what holds of {@link Constants} holds of them.
 */
public final class ImpactConstants {
    private ImpactConstants() {}

    // ---- Impact (ImpactComponent)

    /** Spread of log-lifts among campaigns: most do little. */
    public static final double IMPACT_PRIOR_SIGMA = .25;

    /** Change in the logit per unit of log-lift. */
    public static final double IMPACT_STEEPNESS = 4;

    /** Component value of no lift, as a share. */
    public static final double IMPACT_NO_LIFT = .4;

    // ---- The estimate of a lift (SyntheticControl)

    /** Length in days of the window in which a post may have an effect. */
    public static final int LIFT_EFFECT_DAYS = 7;

    /** Minimum number of days without an effect to compare with: three weeks. */
    public static final int LIFT_MIN_BASELINE_DAYS = 21;

    /** Minimum number of other audiences for a control. */
    public static final int LIFT_MIN_DONORS = 4;

    /** Minimum number of other audiences for a placebo. */
    public static final int LIFT_MIN_PLACEBO_DONORS = 2;

    /** Maximum number of other audiences, those of similar size first. */
    public static final int LIFT_MAX_DONORS = 30;

    /** Minimum number of mentions in the baseline; below it, a series is noise. */
    public static final double LIFT_MIN_BASELINE_MENTIONS = 5;

    /** Length in days of the sums that are compared, so that weekdays cancel out. */
    public static final int LIFT_SMOOTH_DAYS = 7;

    /** Number of exponentiated-gradient steps in which the weights converge. */
    public static final int LIFT_ROUNDS = 30;

    /** Size of a step at the largest gradient. */
    public static final double LIFT_STEP = .2;

    /** Lower limit of the largest gradient, so that steps shrink near the optimum. */
    public static final double LIFT_MIN_GRADIENT = .05;

    /** How often the treated days are shifted back for further placebos. */
    public static final int LIFT_PLACEBO_SHIFTS = 3;

    /** Quantile of the placebos for a 90 % interval; slightly higher, since they are few. */
    public static final double LIFT_COVERAGE = .92;

    /** Width of the interval without placebos, relative to a normal 90 % interval. */
    public static final double LIFT_NO_PLACEBO_WIDTH = 2;

    /** Minimum relative width with too few placebos for the quantile. */
    public static final double LIFT_FEW_PLACEBOS_WIDTH = 1.3;

    /** Mentions added to both sides, so that the logarithm of 0 is avoided. */
    public static final double LIFT_HALF_MENTION = .5;

    /** Number of pseudo-weeks without clustering that a series' inflation is shrunk towards. */
    public static final double LIFT_INFLATION_WEEKS = 4;
}
