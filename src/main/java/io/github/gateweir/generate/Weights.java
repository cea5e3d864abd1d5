package io.github.gateweir.generate;

import java.util.ArrayDeque;

/** Draws an index by its weight in constant time: Walker's alias table. */
final class Weights {
  private final double[] keep;
  private final int[] alias;

  Weights(double... weights) {
    keep = new double[weights.length];
    alias = new int[weights.length];
    ArrayDeque<Integer> poor = new ArrayDeque<>();
    ArrayDeque<Integer> rich = new ArrayDeque<>();
    double mean = sum(weights) / weights.length;
    for (int i = 0; i < weights.length; i++) {
      keep[i] = weights[i] / mean;
      alias[i] = i;
      (keep[i] < 1 ? poor : rich).add(i);
    }
    while (!poor.isEmpty() && !rich.isEmpty()) {
      int taker = poor.remove();
      int giver = rich.remove();
      alias[taker] = giver;
      keep[giver] -= 1 - keep[taker];
      (keep[giver] < 1 ? poor : rich).add(giver);
    }
  }

  /** Zipf's law: the weight of rank n is 1/n. */
  static Weights zipf(int ranks) {
    double[] weights = new double[ranks];
    for (int i = 0; i < ranks; i++) {
      weights[i] = 1.0 / (i + 1);
    }
    return new Weights(weights);
  }

  int draw(Dice dice) {
    int column = dice.below(keep.length);
    return dice.unit() < keep[column] ? column : alias[column];
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
