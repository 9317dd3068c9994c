package datadog;

/** Called like the class loader of another agent. */
public final class OfAnAgent extends ClassLoader {}
