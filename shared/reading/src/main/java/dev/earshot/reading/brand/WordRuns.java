package dev.earshot.reading.brand;

/** Where the runs of letters and digits of a text begin and end. Immutable. */
final class WordRuns {
    private final int[] starts;
    private final int[] ends;

    private WordRuns(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static WordRuns of(char[] text) {
        int[] starts = new int[text.length + 1];
        for (int i = 1; i <= text.length; i++) {
            starts[i] = Character.isLetterOrDigit(text[i - 1]) ? starts[i - 1] : i;
        }
        int[] ends = new int[text.length + 1];
        ends[text.length] = text.length;
        for (int i = text.length - 1; i >= 0; i--) {
            ends[i] = Character.isLetterOrDigit(text[i]) ? ends[i + 1] : i;
        }
        return new WordRuns(starts, ends);
    }

    /** The beginning of the run that ends before a place; the place itself if none does. */
    int start(int place) {
        return starts[place];
    }

    /** The end of the run that begins at a place; the place itself if none does. */
    int end(int place) {
        return ends[place];
    }
}
