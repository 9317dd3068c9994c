package dev.jprof.agent.instrument;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * The packages of the JDK: those of the boot layer's {@code java.*} and {@code jdk.*} modules, on JDK 8 those with well-known
 * prefixes.
 */
final class JdkPackages {
    private static final String[] PREFIXES = {
        "java/", "javax/", "jdk/", "sun/", "com/sun/", "org/w3c/dom/", "org/xml/sax/", "org/ietf/jgss/", "org/omg/"
    };

    private final Set<String> packages = new HashSet<String>();

    JdkPackages() {
        try {
            addModules();
        } catch (ReflectiveOperationException beforeModules) {
            packages.clear();
        }
    }

    boolean contains(String internalName) {
        if (!packages.isEmpty()) {
            int end = internalName.lastIndexOf('/');
            return end > 0 && packages.contains(internalName.substring(0, end));
        }
        for (String prefix : PREFIXES) {
            if (internalName.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private void addModules() throws ReflectiveOperationException {
        Class<?> layerClass = Class.forName("java.lang.ModuleLayer");
        Class<?> moduleClass = Class.forName("java.lang.Module");
        Method getName = moduleClass.getMethod("getName");
        Method getPackages = moduleClass.getMethod("getPackages");
        Object boot = layerClass.getMethod("boot").invoke(null);
        for (Object module : (Set<?>) layerClass.getMethod("modules").invoke(boot)) {
            String name = (String) getName.invoke(module);
            if (name.startsWith("java.") || name.startsWith("jdk.")) {
                for (Object packageName : (Set<?>) getPackages.invoke(module)) {
                    packages.add(((String) packageName).replace('.', '/'));
                }
            }
        }
    }
}
