package dev.jprof.cli.top;

import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What a terminal sends for each key. */
final class Keys {
    private static final long ESCAPE_MILLIS = 100;

    private Keys() {}

    static KeyMap<Key> bound(Terminal terminal) {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.setNomatch(Key.LETTER);
        keys.setUnicode(Key.LETTER);
        Map.of(
                        Key.UP, Capability.key_up,
                        Key.DOWN, Capability.key_down,
                        Key.OPEN, Capability.key_right,
                        Key.CLOSE, Capability.key_left)
                .forEach((key, capability) -> keys.bind(key, KeyMap.key(terminal, capability)));
        keys.bind(Key.UP, "\u001b[A", "\u001bOA");
        keys.bind(Key.DOWN, "\u001b[B", "\u001bOB");
        keys.bind(Key.OPEN, "\u001b[C", "\u001bOC");
        keys.bind(Key.CLOSE, "\u001b[D", "\u001bOD");
        keys.bind(Key.TOGGLE, "\r", "\n");
        keys.bind(Key.ESCAPE, KeyMap.esc());
        keys.bind(Key.NEXT_VIEW, "\t");
        keys.bind(Key.LETTER, KeyMap.range(" -~"));
        for (Key key : Key.values()) {
            if (key.label().length() == 1) {
                keys.bind(key, key.label());
            }
        }
        return keys;
    }
}
