package dev.jprof.agent.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Changes names in a class file by changing the texts of its constants, which is where all names are: what a class needs that
 * was compiled against one JDK and is to run on another. At start-up that takes a hundredth of what reading the class as a class would.
 */
public final class ConstantTexts {
    private ConstantTexts() {}

    /**
     * Returns the class with names replaced: each text that is one of the keys, and the descriptors that have a key for a class.
     *
     * @param names new name by old one, all ASCII
     */
    public static byte[] replace(byte[] bytes, Map<String, String> names) {
        ConstantPool pool = new ConstantPool(bytes);
        Output out = new Output(bytes.length + 256);
        int done = 0;
        for (int i = 1; i < pool.size(); i++) {
            if (pool.tag(i) == ConstantPool.UTF8) {
                String old = pool.text(i);
                String replaced = replaced(old, names);
                if (!replaced.equals(old)) {
                    int at = pool.at(i, ConstantPool.UTF8);
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

    private static String replaced(String text, Map<String, String> names) {
        String result = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (text.equals(name.getKey())) {
                return name.getValue();
            }
            result = result.replace("L" + name.getKey() + ";", "L" + name.getValue() + ";");
        }
        return result;
    }
}
