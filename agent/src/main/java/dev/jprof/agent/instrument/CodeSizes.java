package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** The locals and the bytes of code of each method of a class, read straight from its Code attributes (JVMS 4.7.3). */
final class CodeSizes {
    private final Map<String, int[]> sizes = new HashMap<String, int[]>();
    private final List<String[]> methods = new ArrayList<String[]>();

    CodeSizes(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        int fields = reader.readUnsignedShort(at);
        at += 2;
        for (int field = 0; field < fields; field++) {
            at = afterAttributes(reader, at + 6);
        }
        int count = reader.readUnsignedShort(at);
        at += 2;
        for (int method = 0; method < count; method++) {
            String[] names = {reader.readUTF8(at + 2, buffer), reader.readUTF8(at + 4, buffer)};
            methods.add(names);
            readCode(reader, at + 6, names[0] + names[1], buffer);
            at = afterAttributes(reader, at + 6);
        }
    }

    /** Name and descriptor of each method. */
    List<String[]> methods() {
        return methods;
    }

    int maxLocals(String name, String descriptor) {
        return sizes.get(name + descriptor)[0];
    }

    /** Bytes of code, 0 for a method without. */
    int codeLength(String name, String descriptor) {
        int[] size = sizes.get(name + descriptor);
        return size == null ? 0 : size[1];
    }

    private void readCode(ClassReader reader, int at, String key, char[] buffer) {
        int count = reader.readUnsignedShort(at);
        int attribute = at + 2;
        for (int i = 0; i < count; i++) {
            if ("Code".equals(reader.readUTF8(attribute, buffer))) {
                int maxLocals = reader.readUnsignedShort(attribute + 8);
                int codeLength = reader.readInt(attribute + 10);
                sizes.put(key, new int[] {maxLocals, codeLength});
            }
            attribute += 6 + reader.readInt(attribute + 2);
        }
    }

    private static int afterAttributes(ClassReader reader, int at) {
        int count = reader.readUnsignedShort(at);
        int attribute = at + 2;
        for (int i = 0; i < count; i++) {
            attribute += 6 + reader.readInt(attribute + 2);
        }
        return attribute;
    }
}
