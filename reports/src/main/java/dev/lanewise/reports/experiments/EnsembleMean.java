package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Losses;
import dev.lanewise.nn.data.Dataset;

/** Class probabilities of more and more networks on the same samples, averaged. */
final class EnsembleMean {
    private final Dataset data;
    private final int classes;
    private final double[] probabilities;
    private final double[] scores;
    private int members;

    /** Of no network so far. */
    EnsembleMean(Dataset data) {
        this.data = data;
        classes = data.classes();
        probabilities = new double[data.size() * classes];
        scores = new double[probabilities.length];
    }

    /** Takes a network's scores (logits), (samples, classes). */
    void add(float... logits) {
        float[] softmax = new float[logits.length];
        Losses.softmax(data.size(), classes, logits, 0, classes, softmax, 0, classes);
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] += softmax[i];
            scores[i] += logits[i];
        }
        members++;
    }

    /** The mean probabilities. */
    double[] arithmetic() {
        double[] mean = probabilities.clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= members;
        }
        return mean;
    }

    /** The geometric means of probabilities, divided by their sum: the softmax of the mean scores. */
    double[] geometric() {
        double[] mean = new double[scores.length];
        for (int at = 0; at < mean.length; at += classes) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < classes; j++) {
                largest = Math.max(largest, scores[at + j] / members);
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                mean[at + j] = StrictMath.exp(scores[at + j] / members - largest);
                sum += mean[at + j];
            }
            for (int j = 0; j < classes; j++) {
                mean[at + j] /= sum;
            }
        }
        return mean;
    }

    /** The part of the samples whose class is the most probable. */
    double accuracy(double... means) {
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            if (best(means, i) == data.label(i)) {
                right++;
            }
        }
        return (double) right / data.size();
    }

    /** The part of the samples for which two sets of probabilities have the same most probable class. */
    double agreement(double[] a, double[] b) {
        int same = 0;
        for (int i = 0; i < data.size(); i++) {
            if (best(a, i) == best(b, i)) {
                same++;
            }
        }
        return (double) same / data.size();
    }

    /** Half the sum of the differences of a sample's probabilities (total variation), on the mean of all samples. */
    double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / 2 / data.size();
    }

    private int best(double[] means, int sample) {
        int best = 0;
        for (int j = 1; j < classes; j++) {
            if (means[sample * classes + j] > means[sample * classes + best]) {
                best = j;
            }
        }
        return best;
    }
}
