package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.compress.utils.InputStreamStatistics;

/** A ZIP member while it is expanded: exactly as many bytes as announced, with the announced checksum. */
final class ExpandedMember extends PieceStream {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ZipMember member;
    private final InputStream content;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private long size;

    ExpandedMember(Bytes archive, ZipMember member) throws IOException {
        this.member = member;
        InputStream stored = archive.slice(ZipLayout.content(archive, member), member.stored()).stream();
        this.content = switch (member.method()) {
            case ZipMember.STORED -> stored;
            case ZipMember.DEFLATED -> new InflaterInputStream(stored, inflater, BUFFER_BYTES);
            case ZipMember.DEFLATED64 -> new Deflate64CompressorInputStream(stored);
            case ZipMember.BZIP2 -> new BZip2CompressorInputStream(stored);
            default -> throw new Refusal(Rule.COMPRESSION);
        };
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = content.read(target, offset, length);
        if (read < 0) {
            checkEnd();
            return read;
        }
        size += read;
        checksum.update(target, offset, read);
        if (size > member.size()) {
            throw new Refusal(Rule.DAMAGED);
        }
        return read;
    }

    private void checkEnd() {
        if (size != member.size() || checksum.getValue() != member.checksum() || used() != member.stored()) {
            throw new Refusal(Rule.DAMAGED);
        }
    }

    /** How many stored bytes the expanded ones came from: behind them nothing may hide. */
    private long used() {
        return switch (member.method()) {
            case ZipMember.STORED -> size;
            case ZipMember.DEFLATED -> inflater.getBytesRead();
            default -> ((InputStreamStatistics) content).getCompressedCount();
        };
    }

    @Override
    public void close() {
        inflater.end();
    }
}
