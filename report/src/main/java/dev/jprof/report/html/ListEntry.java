package dev.jprof.report.html;

import java.util.Optional;

/**
 * One line of a {@link ListPage}. Immutable.
 *
 * @param address where the profile's page is, relative to the list; trusted, unlike all else
 * @param name of the file
 * @param headline nothing as long as the file has not been read, and when it can't be
 * @param problem one line that says why it can't be read; empty otherwise
 */
public record ListEntry(String address, String name, Optional<Headline> headline, String problem) {}
