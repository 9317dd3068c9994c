/**
 * The JDKs of this machine that integration tests start programs on. Entry: {@link dev.jprof.cli.jdk.InstalledJdks}.
 * Nothing here knows what a test does with a JDK.
 */
@NullMarked
package dev.jprof.cli.jdk;

import org.jspecify.annotations.NullMarked;
