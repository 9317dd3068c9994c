/**
 * Sessions and spans for programs and tests. Entry: {@link dev.jprof.api.Jprof}. Java 8 and nothing but the JDK; the agent is
 * reached through {@code Agent} alone, and where there is none everything here does nothing.
 */
package dev.jprof.api;
