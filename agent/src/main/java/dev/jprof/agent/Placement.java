package dev.jprof.agent;

import dev.jprof.agent.instrument.ConstantTexts;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the classes of {@code rt} in {@code java.lang}, where every class loader finds them and class data sharing stays on.
 * The agent's jar holds them under that name already; no file is written.
 */
final class Placement {
    private static final String FOLDER = "java/lang/Jprof_";
    private static final String THREAD_ID = FOLDER + "ThreadId";
    private static final String THREAD_ID_FIELD = FOLDER + "ThreadIdField";
    private static final String MEMORY = FOLDER + "Memory";
    private static final String PROBE = FOLDER + "Probe";
    private static final String ALLOCATING_PROBE = FOLDER + "AllocatingProbe";

    private Placement() {}

    /** @param allocating whether probes charge what is allocated */
    static void defineProbes(Instrumentation instrumentation, boolean allocating) throws Exception {
        Map<String, byte[]> classes = AgentJar.classes(FOLDER);
        classes.remove(MEMORY);
        byte[] threadIdField = classes.remove(THREAD_ID_FIELD);
        if (javaVersion() < 19 && hasThreadIds()) {
            classes.put(THREAD_ID, threadIdField);
        }
        byte[] allocatingProbe = classes.remove(ALLOCATING_PROBE);
        if (allocating) {
            classes.put(PROBE, allocatingProbe);
        }
        ConstantTexts names = new ConstantTexts(namesHere());
        List<byte[]> probes = new ArrayList<byte[]>();
        for (byte[] bytes : classes.values()) {
            probes.add(names.replace(bytes));
        }
        Definer definer = javaVersion() < 9 ? new UnsafeDefiner() : new LookupDefiner(instrumentation);
        definer.define(probes.toArray(new byte[0][]));
    }

    /** The JDK's {@code Unsafe} was in another package before JDK 9, and {@code threadId} came with 19. */
    private static Map<String, String> namesHere() {
        Map<String, String> names = new HashMap<String, String>();
        names.put(MEMORY, javaVersion() < 9 ? "sun/misc/Unsafe" : "jdk/internal/misc/Unsafe");
        if (javaVersion() < 19) {
            names.put(THREAD_ID_FIELD, THREAD_ID);
        } else {
            names.put("getId", "threadId");
        }
        names.put(ALLOCATING_PROBE, PROBE);
        return names;
    }

    /** One way to define classes in java.lang. Any order will do as long as none extends another of them; rt has no such pair. */
    private interface Definer {
        void define(byte[][] classes) throws Exception;
    }

    /** On JDK 8 there is no such Lookup, but a null loader may be named. */
    private static final class UnsafeDefiner implements Definer {
        private final Object unsafe;
        private final Method defineClass;

        UnsafeDefiner() throws ReflectiveOperationException {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            unsafe = field.get(null);
            defineClass = type.getMethod(
                    "defineClass",
                    String.class,
                    byte[].class,
                    int.class,
                    int.class,
                    ClassLoader.class,
                    ProtectionDomain.class);
        }

        @Override
        public void define(byte[][] classes) throws ReflectiveOperationException {
            for (byte[] bytes : classes) {
                defineClass.invoke(unsafe, null, bytes, 0, bytes.length, null, null);
            }
        }
    }

    /** Opens java.lang to a loader that holds nothing but {@link LookupGate}, and so to nobody else. */
    private static final class LookupDefiner implements Definer {
        private final Method define;

        LookupDefiner(Instrumentation instrumentation) throws Exception {
            Class<?> gate = new GateLoader().load();
            Class<?> moduleClass = Class.forName("java.lang.Module");
            Method getModule = Class.class.getMethod("getModule");
            Map<String, Set<?>> opens = new HashMap<String, Set<?>>();
            opens.put("java.lang", Collections.singleton(getModule.invoke(gate)));
            Instrumentation.class
                    .getMethod("redefineModule", moduleClass, Set.class, Map.class, Map.class, Set.class, Map.class)
                    .invoke(
                            instrumentation,
                            getModule.invoke(Object.class),
                            Collections.emptySet(),
                            Collections.emptyMap(),
                            opens,
                            Collections.emptySet(),
                            Collections.emptyMap());
            define = gate.getMethod("define", byte[][].class);
        }

        @Override
        public void define(byte[][] classes) throws ReflectiveOperationException {
            define.invoke(null, (Object) classes);
        }
    }

    private static final class GateLoader extends ClassLoader {
        GateLoader() {
            super(null);
        }

        /** With the agent's own permissions, where a security manager asks for any. */
        Class<?> load() throws Exception {
            String name = LookupGate.class.getName();
            String path = name.replace('.', '/');
            Map<String, String> lookup =
                    Collections.singletonMap(path + "$Lookup", "java/lang/invoke/MethodHandles$Lookup");
            byte[] bytes = new ConstantTexts(lookup).replace(AgentJar.classFile(path));
            return defineClass(name, bytes, 0, bytes.length, LookupGate.class.getProtectionDomain());
        }
    }

    private static int javaVersion() {
        String version = System.getProperty("java.specification.version", "");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    /** Before JDK 19 the id is read from a field that HotSpot has and another JVM may not have. */
    private static boolean hasThreadIds() {
        try {
            return javaVersion() >= 19 || Thread.class.getDeclaredField("tid").getType() == long.class;
        } catch (NoSuchFieldException otherJvm) {
            return false;
        }
    }
}
