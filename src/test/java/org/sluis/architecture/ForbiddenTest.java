package org.sluis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;

/** What the portal never does by itself, because a safe way exists or because no way is safe. */
@AnalyzeClasses(packages = "org.sluis", importOptions = DoNotIncludeTests.class)
class ForbiddenTest {

    /** Each is allowed one thing that nobody else does. */
    private static final DescribedPredicate<JavaClass> STARTERS_OF_PROCESSES = named(
            "org.sluis.inspection.ParserCommand", "org.sluis.inspection.ParserProcess", "org.sluis.inspection.Sandbox");

    private static final DescribedPredicate<JavaClass> READER_OF_XML = named("org.sluis.inspection.parsing.SafeXml");

    /** A program of its own, whose standard streams are its line to the portal. */
    private static final DescribedPredicate<JavaClass> CHILD = named("org.sluis.inspection.parsing.Parser");

    @ArchTest
    static final ArchRule nobodyReadsXmlWithAFactoryOfTheJdk = noClasses()
            .that(not(READER_OF_XML))
            .should()
            .dependOnClassesThat(assignableTo(DocumentBuilderFactory.class)
                    .or(assignableTo(SAXParserFactory.class))
                    .or(assignableTo(XMLInputFactory.class))
                    .or(assignableTo(XMLEventFactory.class))
                    .or(assignableTo(TransformerFactory.class))
                    .or(assignableTo(SchemaFactory.class))
                    .or(assignableTo(XPathFactory.class))
                    .or(assignableTo("org.xml.sax.XMLReader"))
                    .or(assignableTo("jakarta.xml.bind.JAXBContext")))
            .because(
                    "they follow external entities unless told not to in six places (ASVS 1.5.1); SafeXml was told, and "
                            + "is the one to ask");

    @ArchTest
    static final ArchRule nobodyRevivesObjects = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(ObjectInputStream.class)
                    .or(assignableTo(XMLDecoder.class))
                    .or(assignableTo(ScriptEngineManager.class)))
            .because("bytes that become code are a way in (ASVS 1.5.2)");

    @ArchTest
    static final ArchRule onlyNamedClassesStartProcesses = noClasses()
            .that(not(STARTERS_OF_PROCESSES))
            .should()
            .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))))
            .because("a child process has the rights of the portal and outlives a careless parent");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that(not(CHILD))
            .should(ACCESS_STANDARD_STREAMS)
            .because("what the operator should read goes to the log, with level and time (ASVS 16.2)");

    @ArchTest
    static final ArchRule nobodyLogsPastTheFacade = noClasses()
            .that(not(CHILD))
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .because("System.Logger reaches whichever log the server keeps");

    @ArchTest
    static final ArchRule nobodyThrowsWithoutSayingWhat = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
            "an exception carries the fact that the mappers turn into a problem or a page");

    @ArchTest
    static final ArchRule nobodyGuessesRandomly = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class))
            .orShould()
            .callMethod(Math.class, "random")
            .because("their numbers can be foretold, and what is no secret today becomes one (ASVS 11.5.1); "
                    + "SecureRandom serves both");

    @ArchTest
    static final ArchRule nobodySetsATransactionAside = noMethods()
            .should(beTransactional(TxType.REQUIRES_NEW))
            .orShould(beTransactional(TxType.NOT_SUPPORTED))
            .because("the transaction set aside keeps its connection, and a request that waits for a second one while"
                    + " it holds the first can bring the whole pool to a stand; AfterTransaction is the way");

    private static ArchCondition<JavaMethod> beTransactional(TxType type) {
        return ArchCondition.from(DescribedPredicate.describe(
                "be transactional " + type,
                method -> Stream.of(
                                method.tryGetAnnotationOfType(Transactional.class),
                                method.getOwner().tryGetAnnotationOfType(Transactional.class))
                        .flatMap(Optional::stream)
                        .anyMatch(declared -> declared.value() == type)));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> outermost = Set.of(names);
        return DescribedPredicate.describe(
                "named " + String.join(", ", names),
                type -> outermost.contains(type.getName().replaceFirst("\\$.*", "")));
    }
}
