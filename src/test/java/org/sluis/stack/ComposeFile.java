package org.sluis.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The containers of an installation, {@code docker/compose.yaml}, as Compose reads it (Compose Specification). */
public final class ComposeFile {
    public static final Path FOLDER = Path.of("docker");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::\\?[^}]*|:-([^}]*))?}");

    private final Map<?, ?> content;

    private ComposeFile(Map<?, ?> content) {
        this.content = content;
    }

    /** @param variables the value of each variable in {@code docker/.env}, but for those that have one where it is missing */
    public static ComposeFile with(UnaryOperator<String> variables) {
        try {
            String text = VARIABLE.matcher(Files.readString(FOLDER.resolve("compose.yaml")))
                    .replaceAll(found -> found.group(2) == null ? variables.apply(found.group(1)) : found.group(2));
            return new ComposeFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> services() {
        return section(content, "services").keySet();
    }

    public Map<String, Object> service(String name) {
        return section(section(content, "services"), name);
    }

    /** The environment a service is given. */
    public Map<String, String> environment(String service) {
        return section(service(service), "environment").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variable -> variable.getValue().toString()));
    }

    /** The names of the files below {@code /run/secrets} that a service is given. */
    public List<String> secrets(String service) {
        return Stream.ofNullable(service(service).get("secrets"))
                .flatMap(secrets -> ((List<?>) secrets).stream())
                .map(secret -> secret instanceof Map<?, ?> renamed
                        ? String.valueOf(renamed.get("target"))
                        : String.valueOf(secret))
                .toList();
    }

    /** The file of each secret. */
    public List<Path> secretFiles() {
        return section(content, "secrets").values().stream()
                .map(secret -> String.valueOf(((Map<?, ?>) secret).get("file")))
                .map(file -> FOLDER.resolve(file).normalize())
                .toList();
    }

    private static Map<String, Object> section(Map<?, ?> parent, String name) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (parent.get(name) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> section.put(String.valueOf(key), value == null ? "" : value));
        }
        return section;
    }
}
