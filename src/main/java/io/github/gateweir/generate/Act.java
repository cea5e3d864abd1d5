package io.github.gateweir.generate;

/** One connection: who makes it, to what, what Gateway does with it, and what must become of it. */
record Act(Client client, Destination destination, Verdict verdict, Expectation expectation) {}
