package dev.jprof.report.match;

import java.util.Arrays;
import java.util.List;

/**
 * Which class of one side is which of the other: pairs in the order of the source that are alike most in all, as lines of two
 * versions of a text are paired, and then what was moved and has the same code.
 */
final class Pairing {
    static final int NONE = -1;

    private final List<AnonymousClass> known;
    private final List<AnonymousClass> others;
    private final int[][] likeness;

    Pairing(List<AnonymousClass> known, List<AnonymousClass> others) {
        this.known = known;
        this.others = others;
        likeness = new int[known.size()][others.size()];
        for (int i = 0; i < known.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                likeness[i][j] = known.get(i).likeness(others.get(j));
            }
        }
    }

    /** For each of the others the place of the known one that it is, or {@link #NONE}. */
    int[] partners() {
        int[] partners = inOrder();
        boolean[] paired = new boolean[known.size()];
        for (int partner : partners) {
            if (partner != NONE) {
                paired[partner] = true;
            }
        }
        for (int j = 0; j < partners.length; j++) {
            for (int i = 0; i < paired.length && partners[j] == NONE; i++) {
                if (!paired[i] && likeness[i][j] >= AnonymousClass.SAME_CODE) {
                    partners[j] = i;
                    paired[i] = true;
                }
            }
        }
        return partners;
    }

    private int[] inOrder() {
        int[][] best = new int[known.size() + 1][others.size() + 1];
        for (int i = known.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                int paired = likeness[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int[] partners = new int[others.size()];
        Arrays.fill(partners, NONE);
        int i = 0;
        int j = 0;
        while (i < known.size() && j < others.size()) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                partners[j++] = i++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }
}
