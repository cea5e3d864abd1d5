package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Modifier.Kind;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the keys of searches, such as {@code host|contains|all}, and refuses illegal chains. */
final class FieldKeyParser {

  /** A modifier and where it is in the key. */
  private record Place(Modifier modifier, int offset) {}

  private static final Set<Family> WITHOUT_FIELD =
      EnumSet.of(Family.TEXT, Family.REGEX, Family.NETWORK);

  private final Node.Scalar key;
  private final Problems problems;
  private final long errors;

  private FieldKeyParser(Node.Scalar key, Problems problems) {
    this.key = key;
    this.problems = problems;
    this.errors = problems.errors();
  }

  /** The key; empty if it is wrong, which is then among the problems. */
  static Optional<FieldKey> parse(Node.Scalar key, Problems problems) {
    return new FieldKeyParser(key, problems).parse();
  }

  private Optional<FieldKey> parse() {
    String[] pieces = key.text().split("\\|", -1);
    List<Place> places = places(pieces);
    List<Modifier> modifiers = places.stream().map(Place::modifier).toList();
    Family family = Family.of(modifiers);
    places.forEach(place -> checkFamily(place, family));
    for (int i = 0; i < places.size(); i++) {
      checkOrder(places.get(i), modifiers.subList(0, i));
    }
    checkWide(places, modifiers);
    checkKeyword(pieces[0], family);
    return problems.errors() > errors
        ? Optional.empty()
        : Optional.of(new FieldKey(pieces[0], modifiers, family, key.mark()));
  }

  private List<Place> places(String[] pieces) {
    List<Place> places = new ArrayList<>();
    int offset = pieces[0].length() + 1;
    for (int i = 1; i < pieces.length; i++) {
      Optional<Modifier> modifier = Modifier.of(pieces[i]);
      if (modifier.isPresent()) {
        places.add(new Place(modifier.get(), offset));
      } else {
        wrong(
            offset,
            "There is no modifier %s: there are %s."
                .formatted(Fragment.of(pieces[i]), Modifier.labels()));
      }
      offset += pieces[i].length() + 1;
    }
    return places;
  }

  private void checkFamily(Place place, Family family) {
    Modifier modifier = place.modifier();
    if (family.allows(modifier)) {
      return;
    }
    if (modifier.kind() == Kind.FLAG && family == Family.TEXT) {
      wrong(
          place.offset(),
          "'%s' is a flag of regular expressions: write re before it.".formatted(modifier.label()));
    } else {
      wrong(
          place.offset(),
          "'%s' cannot stand in this chain: legal in it are %s."
              .formatted(modifier.label(), family.legal()));
    }
  }

  private void checkOrder(Place place, List<Modifier> before) {
    Modifier modifier = place.modifier();
    Kind kind = modifier.kind();
    if (before.contains(modifier)) {
      wrong(place.offset(), "'%s' is here twice: keep one.".formatted(modifier.label()));
    } else if (kind != Kind.FLAG && before.stream().anyMatch(m -> m.kind() == kind)) {
      wrong(
          place.offset(),
          "'%s' excludes '%s', which is before it: keep one."
              .formatted(modifier.label(), first(before, kind).label()));
    } else if (kind == Kind.FLAG && !before.isEmpty() && !followsRegex(before)) {
      wrong(
          place.offset(),
          "'%s' is a flag of re: write it directly behind re.".formatted(modifier.label()));
    } else {
      checkBehind(place, before);
    }
  }

  private static Modifier first(List<Modifier> before, Kind kind) {
    return before.stream().filter(m -> m.kind() == kind).findFirst().orElseThrow();
  }

  private static boolean followsRegex(List<Modifier> before) {
    Kind last = before.get(before.size() - 1).kind();
    return last == Kind.RE || last == Kind.FLAG;
  }

  /** What a modifier makes of a value, those before it must not have spoilt. */
  private void checkBehind(Place place, List<Modifier> before) {
    Set<Kind> mustFollow =
        switch (place.modifier().kind()) {
          case EXPAND, WINDASH -> EnumSet.of(Kind.WIDE, Kind.BASE64);
          case WIDE -> EnumSet.of(Kind.BASE64, Kind.AFFIX);
          case BASE64, FIELDREF -> EnumSet.of(Kind.AFFIX);
          case TIME -> EnumSet.of(Kind.COMPARISON);
          default -> EnumSet.noneOf(Kind.class);
        };
    before.stream()
        .filter(m -> mustFollow.contains(m.kind()))
        .findFirst()
        .ifPresent(
            m ->
                wrong(
                    place.offset(),
                    "'%1$s' works on the value before '%2$s' does: write %1$s|%2$s."
                        .formatted(place.modifier().label(), m.label())));
  }

  private void checkWide(List<Place> places, List<Modifier> modifiers) {
    places.stream()
        .filter(p -> p.modifier().kind() == Kind.WIDE)
        .filter(p -> modifiers.stream().noneMatch(m -> m.kind() == Kind.BASE64))
        .findFirst()
        .ifPresent(
            p ->
                wrong(
                    p.offset(),
                    "'%1$s' makes bytes, not a text: write %1$s|base64 or %1$s|base64offset."
                        .formatted(p.modifier().label())));
  }

  private void checkKeyword(String field, Family family) {
    if (field.isEmpty() && !WITHOUT_FIELD.contains(family)) {
      wrong(0, "These modifiers need a field: write its name before the first |.");
    }
  }

  private void wrong(int offset, String message) {
    problems.error(key.at(offset), Code.MODIFIER, message);
  }
}
