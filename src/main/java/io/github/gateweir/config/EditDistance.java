package io.github.gateweir.config;

/** How many characters must be put in, taken out or changed to make one text of another. */
final class EditDistance {

  private EditDistance() {}

  static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      next(row, a.charAt(i - 1), b, i);
    }
    return row[b.length()];
  }

  private static void next(int[] row, char c, String b, int i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j <= b.length(); j++) {
      int changed = diagonal + (c == b.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
    }
  }
}
