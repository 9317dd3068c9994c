package harness;

public interface Fn {
    int apply(int d, int x);
}
