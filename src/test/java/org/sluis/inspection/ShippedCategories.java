package org.sluis.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** The categories that come with the program, for tests outside a server. */
public final class ShippedCategories {

    private static final String FILE = "/META-INF/microprofile-config.properties";

    private ShippedCategories() {}

    public static Categories get() {
        return Categories.from(new File(shipped()));
    }

    /** The same with more lines of configuration, each a key and its value. */
    public static Categories with(String... more) {
        Properties properties = shipped();
        for (int place = 0; place < more.length; place += 2) {
            properties.setProperty(more[place], more[place + 1]);
        }
        return Categories.from(new File(properties));
    }

    private static Properties shipped() {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(Categories.class.getResourceAsStream(FILE))) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    /** As much of a configuration as categories are read from. */
    private record File(Properties properties) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            Optional<String> value = Optional.ofNullable(properties.getProperty(name));
            if (type == Long.class) {
                return value.map(Long::valueOf).map(type::cast);
            }
            return type == String.class
                    ? value.map(type::cast)
                    : value.map(text -> text.split(",")).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return properties.stringPropertyNames();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
