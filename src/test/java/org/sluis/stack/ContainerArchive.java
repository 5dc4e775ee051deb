package org.sluis.stack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The portal as it was built, with all tests that run inside of it. */
final class ContainerArchive {
    private static final String DESCRIPTOR = "WEB-INF/web.xml";
    private static final String OPERATOR = "<url-pattern>/health/*</url-pattern>";
    private static final String RUNNER = "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>";

    private ContainerArchive() {}

    @Deployment
    static WebArchive portal() throws IOException {
        WebArchive archive =
                ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("sluis.stack.war")));
        String descriptor = descriptor(archive);
        archive.delete(DESCRIPTOR);
        return archive.addAsWebInfResource(new StringAsset(descriptor), "web.xml")
                .addClasses(InContainer.class, Backdoor.class, Eicar.class)
                .addClasses(tests().stream()
                        .flatMap(ContainerArchive::withWhatItUses)
                        .distinct()
                        .toArray(Class<?>[]::new))
                .addAsLibraries(libraries());
    }

    private static List<Class<?>> tests() {
        return ReflectionSupport.findAllClassesInPackage(
                "org.sluis", type -> AnnotationSupport.isAnnotated(type, InContainer.class), name -> true);
    }

    private static Stream<Class<?>> withWhatItUses(Class<?> test) {
        return Stream.concat(
                Stream.of(test),
                Arrays.stream(test.getAnnotation(InContainer.class).with()));
    }

    /** Arquillian speaks plain HTTP to its own address, which the portal would redirect. */
    private static String descriptor(WebArchive archive) throws IOException {
        try (InputStream original = archive.get(DESCRIPTOR).getAsset().openStream()) {
            String text = new String(original.readAllBytes(), StandardCharsets.UTF_8);
            if (!text.contains(OPERATOR)) {
                throw new StackException("the descriptor has no constraint without TLS to join");
            }
            return text.replace(OPERATOR, OPERATOR + RUNNER);
        }
    }

    private static File[] libraries() {
        return Stream.of(Assertions.class, Awaitility.class, Matcher.class)
                .map(ContainerArchive::library)
                .toArray(File[]::new);
    }

    private static File library(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
