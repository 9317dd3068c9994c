package dev.jprof.agent.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Changes names in class files by changing the texts of their constants, which is where all names are: what classes need that
 * were compiled against one JDK and are to run on another. Only texts that may change become strings: this is done at each start.
 */
public final class ConstantTexts {
    private final String[] names;
    private final String[] newNames;
    private final String[] types;
    private final String[] newTypes;

    /** @param names new name by old one, all ASCII: of classes, with slashes, and of methods */
    public ConstantTexts(Map<String, String> names) {
        this.names = names.keySet().toArray(new String[0]);
        newNames = names.values().toArray(new String[0]);
        types = new String[newNames.length];
        newTypes = new String[newNames.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = "L" + this.names[i] + ";";
            newTypes[i] = "L" + newNames[i] + ";";
        }
    }

    /** Returns the class with names replaced: each text that is one of them, and the descriptors that have one of a class. */
    public byte[] replace(byte[] bytes) {
        ConstantPool pool = new ConstantPool(bytes);
        Output out = new Output(bytes.length + 256);
        int done = 0;
        for (int i = 1; i < pool.size(); i++) {
            if (pool.tag(i) == ConstantPool.UTF8) {
                int at = pool.at(i, ConstantPool.UTF8);
                String replaced = replaced(bytes, at + 2, Bytes.u2(bytes, at));
                if (replaced != null) {
                    byte[] text = replaced.getBytes(StandardCharsets.US_ASCII);
                    out.copy(bytes, done, at - done);
                    out.u2(text.length);
                    out.copy(text, 0, text.length);
                    done = at + 2 + Bytes.u2(bytes, at);
                }
            }
        }
        out.copy(bytes, done, bytes.length - done);
        return out.toBytes();
    }

    /** The new text, or null where it stays. */
    private String replaced(byte[] bytes, int start, int length) {
        if (!mayChange(bytes, start, length)) {
            return null;
        }
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        String result = text;
        for (int i = 0; i < names.length; i++) {
            if (text.equals(names[i])) {
                return newNames[i];
            }
            if (text.contains(types[i])) {
                result = result.replace(types[i], newTypes[i]);
            }
        }
        return result.equals(text) ? null : result;
    }

    /** Whether a text is as long as a name, or a descriptor that has room for one. */
    private boolean mayChange(byte[] bytes, int start, int length) {
        boolean isDescriptor = length > 0 && (bytes[start] == '(' || bytes[start] == '[' || bytes[start] == 'L');
        for (int i = 0; i < names.length; i++) {
            if (length == names[i].length() || isDescriptor && length >= types[i].length()) {
                return true;
            }
        }
        return false;
    }
}
