package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.List;

/** Writes a pattern out as the texts that it stands for, so that they can be encoded. */
final class DashTexts {

  private static final int MAX_TEXTS = 5 * 5 * 5 * 5;

  private DashTexts() {}

  static List<String> of(List<Part> pattern) throws FragmentException {
    List<String> texts = List.of("");
    for (Part part : pattern) {
      List<String> longer = new ArrayList<>();
      for (String ending : endings(part)) {
        texts.forEach(text -> longer.add(text + ending));
      }
      texts = longer;
      if (texts.size() > MAX_TEXTS) {
        throw new FragmentException(
            0,
            Code.VALUE,
            "More than four dashes would be encoded in every form: shorten the value.");
      }
    }
    return texts;
  }

  private static List<String> endings(Part part) throws FragmentException {
    if (part instanceof Part.Literal literal) {
      return List.of(literal.text());
    } else if (part instanceof Part.OneOf oneOf) {
      return oneOf.codePoints().codePoints().mapToObj(Character::toString).toList();
    }
    throw new FragmentException(
        0,
        Code.VALUE,
        "A wildcard cannot be encoded: put a backslash before it if the character itself is meant.");
  }
}
