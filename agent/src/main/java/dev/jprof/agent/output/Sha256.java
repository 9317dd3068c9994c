package dev.jprof.agent.output;

import java.nio.charset.StandardCharsets;

/** SHA-256 (FIPS 180-4), without the security providers that the application may have set up and not yet started. */
final class Sha256 {
    private static final int[] CONSTANTS = fractions(64, 1.0 / 3);
    private static final int BLOCK = 64;

    private final int[] state = fractions(8, 1.0 / 2);
    private final int[] words = new int[BLOCK];

    private Sha256() {}

    /** The digest of a text in UTF-8, as 64 hexadecimal digits. */
    static String of(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[(message.length + 8) / BLOCK * BLOCK + BLOCK];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] = (byte) 0x80;
        for (int i = 0; i < 8; i++) {
            padded[padded.length - 1 - i] = (byte) (8L * message.length >>> 8 * i);
        }
        Sha256 digest = new Sha256();
        for (int block = 0; block < padded.length; block += BLOCK) {
            digest.take(padded, block);
        }
        return digest.hex();
    }

    /** The first 32 bits of the fractional parts of roots of the first primes. */
    private static int[] fractions(int count, double power) {
        int[] fractions = new int[count];
        int found = 0;
        for (int number = 2; found < count; number++) {
            if (isPrime(number)) {
                double root = Math.pow(number, power);
                fractions[found++] = (int) (long) ((root - Math.floor(root)) * 0x1p32);
            }
        }
        return fractions;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private void take(byte[] bytes, int start) {
        for (int i = 0; i < 16; i++) {
            int at = start + 4 * i;
            words[i] =
                    bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
        }
        for (int i = 16; i < BLOCK; i++) {
            int early = words[i - 15];
            int late = words[i - 2];
            words[i] = words[i - 16]
                    + (turned(early, 7) ^ turned(early, 18) ^ early >>> 3)
                    + words[i - 7]
                    + (turned(late, 17) ^ turned(late, 19) ^ late >>> 10);
        }
        int[] s = state.clone();
        for (int i = 0; i < BLOCK; i++) {
            int choice = s[4] & s[5] ^ ~s[4] & s[6];
            int first =
                    s[7] + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) + choice + CONSTANTS[i] + words[i];
            int majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2];
            int second = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) + majority;
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += first;
            s[0] = first + second;
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += s[i];
        }
    }

    private static int turned(int word, int by) {
        return Integer.rotateRight(word, by);
    }

    private String hex() {
        StringBuilder hex = new StringBuilder(64);
        for (int word : state) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                hex.append(Character.forDigit(word >>> shift & 0xf, 16));
            }
        }
        return hex.toString();
    }
}
