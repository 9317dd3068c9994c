package dev.jprof.agent.output;

/** Where the nodes of a table went when some were taken out. */
final class Moves {
    static final Moves NONE = new Moves(null);

    /** Null if all stay. */
    private final int[] places;

    Moves(int[] places) {
        this.places = places;
    }

    /** The place of a node, -1 if it was taken out. */
    int of(int node) {
        return places == null ? node : places[node];
    }
}
