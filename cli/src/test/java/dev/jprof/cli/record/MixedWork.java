package dev.jprof.cli.record;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads, counts, sorts, packs and ciphers a text made by chance, round after round: a program with some fifteen methods of about
 * a millisecond a call. Arguments: the number of rounds, then {@code method=factor} for a method that is to do more work.
 */
final class MixedWork {
    private static final Pattern WORD = Pattern.compile("([a-z])([a-z]*)\\1");

    private final Map<String, Double> factors = new HashMap<>();
    private final Random random = new Random(1);
    private final byte[] text = new byte[40_000];
    private final String words;
    private long sum;

    private MixedWork(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=");
            factors.put(parts[0], Double.parseDouble(parts[1]));
        }
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(12));
        }
        words = new String(text, StandardCharsets.US_ASCII);
    }

    public static void main(String[] arguments) throws GeneralSecurityException, DataFormatException {
        MixedWork work = new MixedWork(arguments);
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = 0; round < rounds; round++) {
            work.round();
        }
        System.out.println(work.sum);
    }

    private void round() throws GeneralSecurityException, DataFormatException {
        sortNumbers(size("sortNumbers", 24_000));
        sortWords(size("sortWords", 5_000));
        countWords(size("countWords", 20_000));
        orderWords(size("orderWords", 4_000));
        findPattern(size("findPattern", 24_000));
        digest(size("digest", 20));
        checksum(size("checksum", 400));
        byte[] packed = pack(size("pack", 24_000));
        unpack(packed, size("unpack", 30));
        cipher(size("cipher", 20));
        multiply(size("multiply", 90));
        power(size("power", 200));
        printNumbers(size("printNumbers", 8_000));
        parseNumbers(size("parseNumbers", 12_000));
        walk(size("walk", 60_000));
    }

    private int size(String method, int usual) {
        return (int) Math.round(usual * factors.getOrDefault(method, 1.0));
    }

    private void sortNumbers(int size) {
        int[] numbers = random.ints(size).toArray();
        Arrays.sort(numbers);
        sum += numbers[size / 2];
    }

    private void sortWords(int size) {
        String[] parts = new String[size];
        for (int i = 0; i < size; i++) {
            parts[i] = words.substring(i, i + 12);
        }
        Arrays.sort(parts);
        sum += parts[size / 2].charAt(0);
    }

    private void countWords(int size) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            counts.merge(words.substring(i, i + 3), 1, Integer::sum);
        }
        sum += counts.size();
    }

    private void orderWords(int size) {
        TreeMap<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            places.put(words.substring(i, i + 8), i);
        }
        sum += places.firstEntry().getValue();
    }

    private void findPattern(int size) {
        Matcher matcher = WORD.matcher(words.substring(0, size));
        while (matcher.find()) {
            sum += matcher.start();
        }
    }

    private void digest(int times) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        for (int i = 0; i < times; i++) {
            digest.update(text);
        }
        sum += digest.digest()[0];
    }

    private void checksum(int times) {
        CRC32 checksum = new CRC32();
        for (int i = 0; i < times; i++) {
            checksum.update(text);
        }
        sum += checksum.getValue();
    }

    private byte[] pack(int size) {
        Deflater deflater = new Deflater();
        deflater.setInput(text, 0, size);
        deflater.finish();
        byte[] packed = new byte[size];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private void unpack(byte[] packed, int times) throws DataFormatException {
        byte[] back = new byte[text.length];
        for (int i = 0; i < times; i++) {
            Inflater inflater = new Inflater();
            inflater.setInput(packed);
            sum += inflater.inflate(back);
            inflater.end();
        }
    }

    private void cipher(int times) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(Arrays.copyOf(text, 16), "AES"));
        for (int i = 0; i < times; i++) {
            sum += cipher.update(text)[0];
        }
    }

    private void multiply(int size) {
        double[][] a = new double[size][100];
        double[][] b = new double[100][100];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < 100; j++) {
                double cell = 0;
                for (int k = 0; k < 100; k++) {
                    cell += (i + k) * b[k][j] + k;
                }
                a[i][j] = cell;
            }
        }
        sum += (long) a[size / 2][5];
    }

    private void power(int times) {
        BigInteger factor = new BigInteger(1, Arrays.copyOf(text, 300));
        BigInteger product = factor;
        for (int i = 0; i < times; i++) {
            product = product.multiply(factor).shiftRight(2400);
        }
        sum += product.bitLength();
    }

    private void printNumbers(int size) {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < size; i++) {
            printed.append(i * 0.37).append(' ');
        }
        sum += printed.length();
    }

    private void parseNumbers(int size) {
        double all = 0;
        for (int i = 0; i < size; i++) {
            all += Double.parseDouble(i + ".375");
        }
        sum += (long) all;
    }

    private void walk(int steps) {
        int at = 0;
        for (int i = 0; i < steps; i++) {
            at = (at * 31 + text[at] + i) % text.length;
        }
        sum += at;
    }
}
