package dev.jprof.api;

/**
 * What {@link Jprof#call} brought: the value that was returned, and the profile of the call. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Called<T> {
    private final T value;
    private final Profile profile;

    Called(T value, Profile profile) {
        this.value = value;
        this.profile = profile;
    }

    public T value() {
        return value;
    }

    public Profile profile() {
        return profile;
    }
}
