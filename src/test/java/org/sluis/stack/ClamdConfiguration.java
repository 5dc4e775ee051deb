package org.sluis.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The scanner's settings the portal relies on. By default clamd passes what it cannot read (encrypted, too large, too
 * deep) as clean; here it says so. The limits lie above the largest upload that is scanned, 500 MB.
 */
final class ClamdConfiguration {
    private ClamdConfiguration() {}

    /** @param otherwise settings that are to differ, or to be added */
    static String of(String host, int port, Path signatures, Path temporary, Map<String, String> otherwise) {
        Map<String, String> settings = new LinkedHashMap<>();
        ordinary(host, port, signatures, temporary).lines().forEach(line -> {
            int space = line.indexOf(' ');
            settings.put(line.substring(0, space), line.substring(space + 1));
        });
        settings.putAll(otherwise);
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String ordinary(String host, int port, Path signatures, Path temporary) {
        return """
                Foreground yes
                LogTime yes
                TCPAddr %s
                TCPSocket %d
                DatabaseDirectory %s
                TemporaryDirectory %s
                ConcurrentDatabaseReload yes
                ExitOnOOM yes
                MaxThreads 4
                CommandReadTimeout 30
                ReadTimeout 120
                StreamMaxLength 600M
                MaxFileSize 600M
                MaxScanSize 2000M
                MaxScanTime 600000
                AlertEncrypted yes
                AlertEncryptedArchive yes
                AlertEncryptedDoc yes
                AlertOLE2Macros yes
                AlertExceedsMax yes
                """.formatted(host, port, signatures, temporary);
    }
}
