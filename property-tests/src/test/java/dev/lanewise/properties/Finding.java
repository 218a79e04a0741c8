package dev.lanewise.properties;

import java.util.Comparator;
import java.util.List;

/**
 * What a set of arguments showed.
 *
 * @param used the largest error divided by the published bound
 * @param worst where
 * @param ulps the largest error in ULP, beside an absolute bound only of values of 1/16 and more
 * @param ulpSum the sum of these errors
 * @param ulpCount how many they are
 * @param count all arguments
 * @param rounded those whose result is the exact one correctly rounded
 * @param disorder neighbouring arguments whose results step the wrong way
 * @param differences arguments on which the vectors do not give the definition's bits
 */
record Finding(double used, float worst, double ulps, double ulpSum, long ulpCount, long count, long rounded,
        long disorder, long differences) {
    static Finding join(List<Finding> parts) {
        Finding largest = parts.stream().max(Comparator.comparingDouble(Finding::used)).orElseThrow();
        return new Finding(largest.used, largest.worst,
                parts.stream().mapToDouble(Finding::ulps).max().orElseThrow(),
                parts.stream().mapToDouble(Finding::ulpSum).sum(),
                parts.stream().mapToLong(Finding::ulpCount).sum(),
                parts.stream().mapToLong(Finding::count).sum(),
                parts.stream().mapToLong(Finding::rounded).sum(),
                parts.stream().mapToLong(Finding::disorder).sum(),
                parts.stream().mapToLong(Finding::differences).sum());
    }

    double meanUlps() {
        return ulpCount == 0 ? 0 : ulpSum / ulpCount;
    }

    double roundedShare() {
        return (double) rounded / count;
    }

    /** Whether everything that is published holds. */
    boolean isAsPublished() {
        return used <= 1 && differences == 0;
    }
}
