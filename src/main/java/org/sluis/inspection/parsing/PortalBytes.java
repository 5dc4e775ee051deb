package org.sluis.inspection.parsing;

import java.util.LinkedHashMap;
import java.util.Map;

/** The file under examination, asked for page by page; a few megabytes of it are remembered. */
final class PortalBytes implements Bytes {

    private static final int PAGE_BYTES = 128 * 1024;
    private static final int PAGES = 32;

    private final ParentPipe parent;
    private final long size;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(PAGES * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES;
        }
    };

    PortalBytes(ParentPipe parent, long size) {
        this.parent = parent;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        if (position >= size) {
            return -1;
        }
        byte[] page = pages.computeIfAbsent(position / PAGE_BYTES, this::fetch);
        int from = (int) (position % PAGE_BYTES);
        int read = Math.min(length, page.length - from);
        System.arraycopy(page, from, target, offset, read);
        return read;
    }

    private byte[] fetch(long number) {
        long start = number * PAGE_BYTES;
        return parent.read(start, (int) Math.min(PAGE_BYTES, size - start));
    }
}
