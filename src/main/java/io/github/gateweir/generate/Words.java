package io.github.gateweir.generate;

/** The vocabulary that names of people, places and sites are made from. */
final class Words {
  static final String[] FIRST =
      split(
          """
          amber ancient arctic ashen atlas autumn azure balanced birch blue bold brave bright bronze
          calm cedar central clear clever cobalt copper coral crimson crisp crystal curious daily
          deep dusty eager early eastern elder elm emerald even fair fern fine first flint fresh
          frosty gentle gilded glad golden grand granite great green grey happy harvest hazel hidden
          high hollow humble indigo inner iron ivory jade jolly keen kind lake large latest lavender
          light lime linen little lively local long lucky lunar maple marble meadow mellow merry
          mighty mild misty modern moss nimble noble north oaken ocean olive open orange outer pale
          patient pearl pine plain polar prime proud pure quick quiet rapid red regal river rose
          royal rustic sage scarlet second silent silver simple sky slate smooth snowy solar south
          spring steady stone strong summer sunny swift tall teal third timber tranquil true upper
          urban vast velvet violet vivid warm western white wide wild willow winter wise young
          """);

  static final String[] SECOND =
      split(
          """
          acre alley anchor apple arbor arch atelier avenue bakery barn basket bay beacon bell bench
          bloom boat book bottle bow branch bread bridge brook brush bureau cabin canvas castle
          chapter clinic cloth cloud coast compass cottage craft creek crest crossing cup dairy deck
          design dock door dove dune field finch flag florist flower forest forge fountain fox
          gallery garden gate glade glass globe grove guide guild harbor hearth hedge hill hinge
          holiday home horizon hotel house island journal journey kettle kitchen ladder lamp lane
          lantern laundry leaf ledger library lighthouse lodge loft magazine manor map market
          measure menu mill mirror museum needle nest notebook oak orchard oven palette paper parcel
          park path pattern pebble pencil peak pharmacy piano pillow pixel plaza porch post press
          quarry quill ranch ribbon ridge road roof sail school science sheet shelf shore signal
          sketch spoon square stage station stitch studio table tailor tea theatre thread tile
          tower trail travel tree valley village vine violin voice wagon walk wall watch wave weaver
          wheel window wing wood wool workshop yard
          """);

  static final String[] GIVEN_NAMES =
      split(
          """
          ada alma amir anna anouk arthur aya ben bruno carla clara daniel david elena elias emma
          erik fatima felix grace hana hugo ida ines ivan jana jonas julia karim lara leo lina louis
          lucia maria marta max mia milan nadia nina noah olga oscar paul petra rosa sam sara sofia
          theo tomas vera victor yara zoe
          """);

  static final String[] FAMILY_NAMES =
      split(
          """
          adler almeida andersen bauer becker bernard bianchi blanc carter costa dubois eriksen
          fischer fontaine fuchs garcia gruber haas hansen hoffmann horvat ito jansen keller kim
          klein kovacs kowalski lang laurent lehmann lopez marchetti martin meyer moreau mueller
          nakamura nielsen novak okafor olsen petit popescu ricci rossi santos schmid silva smit
          svensson tanaka vogel wagner weber wolf yilmaz zimmermann
          """);

  private Words() {}

  private static String[] split(String text) {
    return text.strip().split("\\s+");
  }
}
