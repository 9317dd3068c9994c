package dev.jprof.cli.attach;

/**
 * What {@link Rounds} can be asked about itself: what all probes have counted since its start, its threads and classes; and
 * many classes for it to load.
 */
final class Peek {
    static final String SOURCE = """
            package app;

            import java.io.*;
            import java.lang.management.ManagementFactory;
            import java.lang.reflect.Field;
            import java.lang.reflect.Method;
            import java.util.*;
            import javax.management.ObjectName;

            public class Peek {
                public static long calls() throws Exception {
                    Object column = nodes("calls");
                    Method toArray = column.getClass().getDeclaredMethod("toArray", int.class);
                    toArray.setAccessible(true);
                    long sum = 0;
                    for (long calls : (long[]) toArray.invoke(column, (int) paths())) sum += calls;
                    return sum;
                }

                public static long paths() throws Exception { return ((Integer) nodes("size")).longValue(); }

                private static Object nodes(String column) throws Exception {
                    Class<?> baseline = Class.forName("dev.jprof.agent.output.Baseline");
                    Class<?> snapshot = Class.forName("dev.jprof.agent.output.Snapshot");
                    Object nothing = baseline.getMethod("nothing").invoke(null);
                    Object nodes = field(snapshot, "nodes").get(snapshot.getMethod("since", baseline).invoke(null, nothing));
                    return field(nodes.getClass(), column).get(nodes);
                }

                private static Field field(Class<?> type, String name) throws Exception {
                    Field field = type.getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                }

                public static String threads() {
                    Set<String> names = new TreeSet<>();
                    for (Thread thread : Thread.getAllStackTraces().keySet()) {
                        if (thread.getName().startsWith("jprof")) names.add(thread.getName());
                    }
                    return names.toString();
                }

                /** Instances of java.lang.Class that are in use: the JVM's own count has all versions of a class in it. */
                public static String classes() throws Exception {
                    String histogram = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                        new Object[] {new String[0]}, new String[] {String[].class.getName()});
                    for (String line : histogram.split("\\n")) {
                        if (line.matches(".* java[.]lang[.]Class( .*)?")) return line.trim().split(" +")[1];
                    }
                    throw new IllegalStateException(histogram);
                }

                private static final List<Class<?>> MANY = new ArrayList<>();

                /** Copies of one class, each of its own name: the names are of one length. */
                public static int hundred() throws Exception { return many(100); }
                public static int tenThousand() throws Exception { return many(10000); }

                private static int many(int count) throws Exception {
                    byte[] bytes = new byte[1 << 16];
                    int length;
                    try (InputStream in = Peek.class.getResourceAsStream("Z00000.class")) {
                        length = in.read(bytes);
                    }
                    String text = new String(bytes, 0, length, "ISO-8859-1");
                    final Map<String, byte[]> copies = new LinkedHashMap<>();
                    for (int i = 1; i <= count; i++) {
                        String name = String.format("Z%05d", i);
                        copies.put("app." + name, text.replace("Z00000", name).getBytes("ISO-8859-1"));
                    }
                    ClassLoader loader = new ClassLoader(Peek.class.getClassLoader()) {
                        @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
                            byte[] copy = copies.get(name);
                            if (copy == null) throw new ClassNotFoundException(name);
                            return defineClass(name, copy, 0, copy.length);
                        }
                    };
                    for (String name : copies.keySet()) MANY.add(Class.forName(name, true, loader));
                    return MANY.size();
                }

                /** Calls each of them once. */
                public static int callMany() throws Exception {
                    int sum = 0;
                    for (Class<?> type : MANY) {
                        java.lang.reflect.Method work = type.getMethod("work");
                        work.setAccessible(true);
                        sum += (Integer) work.invoke(null);
                    }
                    return sum;
                }
            }

            class Z00000 {
                int field;
                public Z00000() { field = hashCode(); }
                public static int work() { return new Z00000().deep(3) > Integer.MIN_VALUE ? 1 : 0; }
                int deep(int levels) { return levels == 0 ? field : deep(levels - 1) + text(levels).length(); }
                String text(int of) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < of; i++) text.append(i).append(field);
                    try { Integer.parseInt(text.toString()); } catch (NumberFormatException tooLong) { text.append('!'); }
                    return text.toString();
                }
            }
            """;

    private Peek() {}
}
