/**
 * The rules of the house, tried on its class files and on its sources: {@link dev.jprof.cli.house.ArchitectureTest} says
 * who may import whom, {@link dev.jprof.cli.house.HouseTest} what a file looks like. Nothing here tries what the program
 * does.
 */
@NullMarked
package dev.jprof.cli.house;

import org.jspecify.annotations.NullMarked;
