package harness;

public interface Fun<T> {
    int apply(T d, int x);
}
