package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.blob.StoredBlob;
import org.sluis.blob.StoredBlob.WrappedKey;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Sha256;
import org.sluis.platform.rest.Audience;

class ArchiveTest {

    private static final Set<Audience> CLIENTS = EnumSet.of(Audience.CLIENT);
    private static final byte[] LARGE = new byte[300_000];
    private static final byte[] SMALL = "28 days: 52,5 N/mm2".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final List<String> alarms = new ArrayList<>();
    private final DamageAlarm alarm = new DamageAlarm() {
        @Override
        IOException raised(Content content, IOException damage) {
            alarms.add(content.fileName());
            return damage;
        }
    };
    private EncryptedBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        new Random(7).nextBytes(LARGE);
        blobs = new EncryptedBlobs(
                new FileSystemBlobStore(directory),
                new MasterKey(Base64.getEncoder().encodeToString(new byte[32])),
                0);
    }

    @Test
    void holdsEveryContentUnderItsOwnNameAndAManifestOfAll() throws IOException {
        Archive archive = archive(stored("a.pdf", LARGE), stored("a.pdf", SMALL));
        try (ZipFile zip = read(written(archive))) {
            assertThat(names(zip)).containsExactly("MANIFEST.txt", "a.pdf", "a (2).pdf");
            assertThat(content(zip, "a.pdf")).isEqualTo(LARGE);
            assertThat(content(zip, "a (2).pdf")).isEqualTo(SMALL);
            assertThat(new String(content(zip, "MANIFEST.txt"), StandardCharsets.UTF_8))
                    .isEqualTo("%s  a.pdf%n%s  a (2).pdf%n"
                            .formatted(Sha256.of(LARGE).hex(), Sha256.of(SMALL).hex())
                            .replace(System.lineSeparator(), "\n"));
        }
    }

    @Test
    void manifestTellsNoHashToAReaderWhoMayNotHaveIt() throws IOException {
        Archive archive = new Archive(
                blobs, alarm, List.of(stored("a.pdf", SMALL), stored("b.pdf", LARGE)), EnumSet.of(Audience.DPO));
        byte[] written = written(archive);
        assertThat(written).hasSize(Math.toIntExact(archive.length()));
        try (ZipFile zip = read(written)) {
            assertThat(new String(content(zip, "MANIFEST.txt"), StandardCharsets.UTF_8))
                    .isEqualTo("a.pdf\nb.pdf\n");
        }
    }

    @Test
    void damageLeavesATorsoThatNoReaderTakesForWhole() throws IOException {
        Content damaged = stored("b.pdf", LARGE);
        flip(damaged, 200_000);
        Archive archive = archive(stored("a.pdf", SMALL), damaged, stored("c.pdf", SMALL));
        ByteArrayOutputStream torso = new ByteArrayOutputStream();
        assertThatThrownBy(() -> archive.write(torso)).isInstanceOf(IOException.class);
        assertThat(alarms).containsExactly("b.pdf");
        assertThat(torso.size()).isPositive();
        assertThatThrownBy(() -> read(torso.toByteArray())).isInstanceOf(IOException.class);
    }

    @Test
    void knowsItsLengthBeforehand() throws IOException {
        List<Content> contents = new ArrayList<>();
        for (int size : new int[] {1, 65_534, 65_535, 65_536, 65_537, 131_072, 5_000_000}) {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            contents.add(stored("größe %d.pdf".formatted(size), content));
            Archive archive = new Archive(blobs, alarm, contents, CLIENTS);
            assertThat(archive.length()).as("up to %d bytes", size).isEqualTo(written(archive).length);
        }
    }

    @Test
    void storesMembersSoThatEveryReaderCanFollowTheStream() throws IOException {
        Archive archive = archive(stored("a.pdf", LARGE), stored("b.txt", SMALL));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).as(entry.getName()).isEqualTo(ZipEntry.STORED);
                assertThat(zip.readAllBytes()).hasSize(Math.toIntExact(entry.getSize()));
            }
        }
    }

    /** 20 GB that are not even there. */
    @Test
    void readsNothingBeforeTheFirstByteAndForTheLength() {
        long size = 100_000_000;
        List<Content> contents = Stream.generate(() -> absent(size)).limit(200).toList();
        Archive archive = new Archive(blobs, alarm, contents, CLIENTS);
        assertThat(archive.length()).isEqualTo(zip64Length(contents.size(), size));
        assertThatThrownBy(() -> archive.write(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("the first byte");
                    }
                }))
                .hasMessage("the first byte");
        assertThat(alarms).as("whatever is opened is missed").isEmpty();
        assertThatThrownBy(() -> archive.write(OutputStream.nullOutputStream())).isInstanceOf(IOException.class);
        assertThat(alarms).hasSize(1);
    }

    /**
     * Counted by APPNOTE 6.3.10: 30 bytes before each member, 46 in the directory, both with its name; 12 more for a position
     * behind 32 bits; the end with and without Zip64.
     */
    private static long zip64Length(int members, long size) {
        List<String> names = new ArrayList<>(List.of("film.mp4"));
        IntStream.rangeClosed(2, members).mapToObj("film (%d).mp4"::formatted).forEach(names::add);
        long manifest =
                names.stream().mapToLong(name -> 64 + 2 + name.length() + 1).sum();
        long position = 30L + "MANIFEST.txt".length() + manifest;
        long directory = 46L + "MANIFEST.txt".length();
        for (String name : names) {
            directory += 46 + name.length() + (position >= 0xFFFF_FFFFL ? 4 + 8 : 0);
            position += 30 + name.length() + size;
        }
        return position + directory + 56 + 20 + 22;
    }

    private static Content absent(long size) {
        return new Content(
                "film.mp4",
                "video/mp4",
                new StoredBlob(Ids.next(), size, Sha256.of(SMALL), OptionalLong.of(0), new WrappedKey(new byte[] {1})));
    }

    @Test
    void aReaderThatGoesAwayIsNoDamage() throws IOException {
        Archive archive = archive(stored("a.pdf", LARGE));
        assertThatThrownBy(() -> archive.write(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .hasMessage("gone");
        assertThat(alarms).isEmpty();
    }

    private Archive archive(Content... contents) {
        return new Archive(blobs, alarm, List.of(contents), CLIENTS);
    }

    private Content stored(String name, byte[] content) throws IOException {
        return new Content(name, "application/pdf", blobs.receive(new ByteArrayInputStream(content), content.length));
    }

    private void flip(Content content, int position) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            Path file = files.filter(path -> path.endsWith(content.blob().id().toString()))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[position] ^= 1;
            Files.write(file, bytes);
        }
    }

    private static byte[] written(Archive archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.write(out);
        return out.toByteArray();
    }

    private static ZipFile read(byte[] zip) throws IOException {
        return ZipFile.builder().setByteArray(zip).get();
    }

    private static List<String> names(ZipFile zip) {
        List<String> names = new ArrayList<>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
        return names;
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        return zip.getInputStream(entry).readAllBytes();
    }
}
