package dev.jprof.agent.sample;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.HashSet;
import java.util.Set;

/**
 * Which chunks were read already. A recording is a row of chunks, each with a header and all that its events refer to, and recordings
 * that overlap share those of the time when both ran. Their events can't be told from others: the same event ends some hundred
 * nanoseconds earlier or later if other chunks stand before its own in the file.
 */
final class ReadChunks {
    private static final int SIZE_OFFSET = 8;
    private static final int START_TICKS_OFFSET = 48;
    private static final int HEADER_SIZE = 68;

    private Set<Long> last = new HashSet<Long>();

    /**
     * Cuts off the chunks at the file's beginning that the last one had too.
     *
     * @return whether there is anything left to read; an empty file is left to the reader, who finds that it is no recording
     */
    boolean cutFrom(File recording) throws IOException {
        RandomAccessFile file = new RandomAccessFile(recording, "rw");
        try {
            long unread = unread(file);
            if (unread > 0) {
                moveToFront(file, unread);
            }
            return unread == 0 || file.length() > 0;
        } finally {
            file.close();
        }
    }

    /** Returns where the first chunk begins that was not read yet. */
    private long unread(RandomAccessFile file) throws IOException {
        Set<Long> chunks = new HashSet<Long>();
        long unread = 0;
        long size = HEADER_SIZE;
        for (long at = 0; size >= HEADER_SIZE && at + HEADER_SIZE <= file.length(); at += size) {
            file.seek(at + START_TICKS_OFFSET);
            Long chunk = Long.valueOf(file.readLong());
            file.seek(at + SIZE_OFFSET);
            size = file.readLong();
            chunks.add(chunk);
            unread = last.contains(chunk) ? at + size : unread;
        }
        last = chunks;
        return unread;
    }

    private static void moveToFront(RandomAccessFile file, long from) throws IOException {
        byte[] part = new byte[65536];
        long to = 0;
        for (int length; ; to += length) {
            file.seek(from + to);
            length = file.read(part);
            if (length < 0) {
                file.setLength(to);
                return;
            }
            file.seek(to);
            file.write(part, 0, length);
        }
    }
}
