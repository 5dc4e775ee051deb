package org.sluis.inspection;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.parsing.Parser;

/**
 * How a child is started: the same Java, only the libraries it needs, found where this application found them, an empty
 * environment, bounded memory, no names of other machines, and the sandbox where there is one.
 */
final class ParserCommand {

    private static final List<String> LIBRARIES = List.of(
            Parser.class.getName(),
            "com.twelvemonkeys.image.ImageUtil",
            "com.twelvemonkeys.imageio.ImageReaderBase",
            "com.twelvemonkeys.imageio.metadata.Directory",
            "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi",
            "com.twelvemonkeys.io.SubStream",
            "com.twelvemonkeys.lang.Validate",
            "org.apache.commons.compress.compressors.CompressorInputStream",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.ArrayFill",
            "org.apache.commons.logging.LogFactory",
            "org.apache.fontbox.util.BoundingBox",
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.apache.tika.mime.MimeTypes",
            "org.jsoup.Jsoup",
            "org.slf4j.LoggerFactory");

    private final List<String> command;

    ParserCommand(Limits limits, Sandbox sandbox) {
        Path temporary = sandbox.temporary();
        List<Path> libraries = libraries();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        words.addAll(List.of(
                "-Xmx" + limits.memory(),
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.net.useSystemProxies=false",
                "-Djdk.net.hosts.file=" + temporary.resolve("no-hosts"),
                "-cp",
                libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                Parser.class.getName(),
                limits.budget().toArgument()));
        command = List.copyOf(sandbox.around(words, libraries));
    }

    /** Ready to start; the child inherits nothing. */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        return builder;
    }

    private static List<Path> libraries() {
        return LIBRARIES.stream().map(ParserCommand::location).distinct().toList();
    }

    private static Path location(String className) {
        try {
            Class<?> found = Class.forName(className, false, ParserCommand.class.getClassLoader());
            CodeSource source = found.getProtectionDomain().getCodeSource();
            Path path = file(source.getLocation(), className);
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (ClassNotFoundException | URISyntaxException | IllegalArgumentException | NullPointerException absent) {
            throw new IllegalStateException("no file holds the class " + className, absent);
        }
        throw new IllegalStateException("no file holds the class " + className);
    }

    /** Servers name the JAR, the folder of classes, or the class itself. */
    private static Path file(URL location, String className) throws URISyntaxException {
        String place = location.toString();
        String inJar = "!/";
        if (place.startsWith("jar:") && place.contains(inJar)) {
            place = place.substring("jar:".length(), place.indexOf(inJar));
        }
        String suffix = className.replace('.', '/') + ".class";
        if (place.endsWith(suffix)) {
            place = place.substring(0, place.length() - suffix.length());
        }
        return Path.of(new URI(place));
    }
}
