package harness;

/** Superclass of the generated classes; not instrumented. */
public class Base {
    public int value;

    public Base() {}

    public Base(int x) {
        value = x;
    }

    public static boolean yes() {
        return true;
    }

    public static int mark() {
        return 1;
    }
}
