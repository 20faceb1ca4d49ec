package dev.earshot.influence.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Tells how accounts divide, without telling anything about few of them: a group of fewer than
 * {@value #LEAST} joins the rest, and where the rest itself would be smaller, the smallest other
 * group joins it too, since the rest could be told by subtraction. Shares are rounded to {@value
 * #STEP} of 100, so that one account more or less is not seen in two answers. Stateless.
 */
public final class Cells {
    /** Fewest accounts that anything is told of: the bound that segments of people have too. */
    public static final int LEAST = 20;

    private static final double STEP = 5;
    private static final double WHOLE = 100;

    private Cells() {}

    /**
     * One group.
     *
     * @param name empty for the rest
     * @param share of the accounts, 0 to 1
     */
    public record Cell(String name, double share) {}

    /**
     * The groups, the largest first and the rest last; empty if there is no group that may be told.
     *
     * @param counts accounts by group; every account is in one group
     */
    public static List<Cell> of(Map<String, Integer> counts) {
        var told = new ArrayList<Map.Entry<String, Integer>>();
        int all = 0;
        int rest = 0;
        for (Map.Entry<String, Integer> group : counts.entrySet()) {
            all += group.getValue();
            if (group.getValue() >= LEAST) {
                told.add(Map.entry(group.getKey(), group.getValue()));
            } else {
                rest += group.getValue();
            }
        }
        told.sort(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
        while (rest > 0 && rest < LEAST && !told.isEmpty()) {
            rest += told.removeLast().getValue();
        }
        var cells = new ArrayList<Cell>();
        for (Map.Entry<String, Integer> group : told) {
            cells.add(new Cell(group.getKey(), share(group.getValue(), all)));
        }
        if (rest > 0 && !cells.isEmpty()) {
            cells.add(new Cell("", share(rest, all)));
        }
        return List.copyOf(cells);
    }

    private static double share(int part, int all) {
        return Math.rint(WHOLE * part / all / STEP) * STEP / WHOLE;
    }
}
