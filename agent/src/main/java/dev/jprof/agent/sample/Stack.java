package dev.jprof.agent.sample;

import java.util.Arrays;

/** One stack, the innermost frame first. Used again and again; confined to one thread. */
final class Stack {
    private String[] classes = new String[64];
    private String[] names = new String[64];
    private String[] descriptors = new String[64];
    private int depth;

    /** Whether outer frames are missing. */
    boolean truncated;

    void clear() {
        depth = 0;
        truncated = false;
    }

    /** @param descriptor empty where unknown */
    void add(String className, String name, String descriptor) {
        if (depth == classes.length) {
            classes = Arrays.copyOf(classes, 2 * depth);
            names = Arrays.copyOf(names, 2 * depth);
            descriptors = Arrays.copyOf(descriptors, 2 * depth);
        }
        classes[depth] = className;
        names[depth] = name;
        descriptors[depth++] = descriptor;
    }

    /** Takes the constructors away that make an exception, so that the method which throws it is the innermost. */
    void dropConstructorsOf(String exception) {
        int constructors = 0;
        for (int frame = 0; frame < depth && names[frame].equals("<init>"); frame++) {
            if (classes[frame].equals(exception)) {
                constructors = frame + 1;
            }
        }
        depth -= constructors;
        System.arraycopy(classes, constructors, classes, 0, depth);
        System.arraycopy(names, constructors, names, 0, depth);
        System.arraycopy(descriptors, constructors, descriptors, 0, depth);
    }

    int depth() {
        return depth;
    }

    String className(int frame) {
        return classes[frame];
    }

    String name(int frame) {
        return names[frame];
    }

    String descriptor(int frame) {
        return descriptors[frame];
    }
}
