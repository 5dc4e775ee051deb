package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Drawings inside office documents: shapes, and what they carry themselves. */
class SvgTest {

    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>%s</svg>";

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Objection> objection(String drawing) {
        return laboratory
                .inspect(
                        "a.odt",
                        new WrittenText()
                                .declared("Pictures/a.svg", "image/svg+xml", drawing)
                                .bytes())
                .objection();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SCRIPT!script!<script>x</script>",
                "SCRIPT!script!<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
                "SCRIPT!onload!<g onload='x'/>",
                "SCRIPT!foreignObject!<foreignObject/>",
                "SCRIPT!onclick!<set attributeName='onclick' to='x'/>",
                "SCRIPT!javascript:x!<a xlink:href='javascript:x'/>",
                "SCRIPT!expression(!<g style='width: expression(x)'/>",
                "REMOTE_PICTURE!http://evil.example/x.png!<image xlink:href='http://evil.example/x.png'/>",
                "NETWORK_SHARE!//evil/x.png!<image href='//evil/x.png'/>",
                "REMOTE_PICTURE!http://evil.example/x!<filter><feImage href='http://evil.example/x'/></filter>",
                "REMOTE_PICTURE!data:image/svg+xml,x!<image href='data:image/svg+xml,x'/>",
                "REMOTE_CONTENT!http://evil.example/x#a!<use href='http://evil.example/x#a'/>",
                "REMOTE_CONTENT!http://evil.example/x#a!<use href='#a'><animate attributeName='xlink:href' values='#a;http://evil.example/x#a'/></use>",
                "REMOTE_CONTENT!http://evil.example/x!<g fill='url(http://evil.example/x)'/>",
                "REMOTE_CONTENT!http://evil.example/x!<g style='fill: u\\72 l(\"http://evil.example/x\")'/>",
                "REMOTE_CONTENT!http://evil.example/x!<style>a { fill: url/**/( 'http://evil.example/x' ) }</style>",
                "REMOTE_CONTENT!@import 'http://evil.example/x'!<style>@import 'http://evil.example/x';</style>",
                "NETWORK_SHARE!//evil/x!<style>a { background: image-set('//evil/x' 1x) }</style>",
                "REMOTE_CONTENT!http://evil.example/!<g xml:base='http://evil.example/'/>",
                "UNSAFE_LINK!ms-msdt:x!<a href='ms-msdt:x'/>",
                "NETWORK_SHARE!file://evil/x!<a href='file://evil/x'/>"
            })
    void whatRunsOrFetchesIsRefusedByName(Rule rule, String subject, String content) {
        Objection found = objection(DRAWING.formatted(content)).orElseThrow();
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.subject()).contains(subject);
        assertThat(found.member()).contains("Pictures/a.svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g fill='url(#a)' style=\"filter:url('#b')\"/><linearGradient id='a' href='#b'/>",
                "<image xlink:href='data:image/png;base64,iVBORw0KGgo='/>",
                "<a href='https://example.org'><text>only on time (1)</text></a>",
                "<style>@font-face { src: url(data:font/woff;base64,AAAA) } .a { fill: #fff }</style>",
                "<metadata><x:onset xmlns:x='urn:x' x:only='1' x:about='http://example.org'/></metadata>",
                "<animate attributeName='x' values='1;2'/><use href='#a'><set attributeName='href' to='#b'/></use>"
            })
    void whatADrawingCarriesPasses(String content) {
        assertThat(objection(DRAWING.formatted(content))).isEmpty();
    }

    @Test
    void prefixAndNameOfTheFileMakeNoDifference() {
        String drawing = "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:script/></x:svg>";
        for (String name : new String[] {"Pictures/a.svg", "Pictures/a.png", "Pictures/a"}) {
            Objection found = laboratory
                    .inspect(
                            "a.odt",
                            new WrittenText()
                                    .declared(name, "image/png", drawing)
                                    .bytes())
                    .objection()
                    .orElseThrow();
            assertThat(found.rule()).isEqualTo(Rule.SCRIPT);
        }
    }

    @Test
    void documentTypeOfTheDrawingProgramIsPassedOverUnread() {
        String type =
                "<?xml version='1.0'?>\n<!-- made by a program - one -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                        + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
        assertThat(objection(type + DRAWING.formatted("<g/>"))).isEmpty();
        String bomb = "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + DRAWING.formatted("<g>&a;</g>");
        assertThat(objection(bomb).orElseThrow().rule()).isEqualTo(Rule.DOCUMENT_TYPE);
        String foreign = "<!DOCTYPE svg SYSTEM \"http://evil.example/svg.dtd\">" + DRAWING.formatted("");
        assertThat(objection(foreign).orElseThrow().rule()).isEqualTo(Rule.DOCUMENT_TYPE);
    }

    @Test
    void foreignStyleSheetIsRefused() {
        Objection found = objection("<?xml-stylesheet href='http://evil.example/x.css'?>" + DRAWING.formatted(""))
                .orElseThrow();
        assertThat(found.rule()).isEqualTo(Rule.REMOTE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.svg|<svg><script>x</script></svg>|SCRIPT",
                "a.png|<svg><image href='http://evil.example/p.png'/></svg>|REMOTE_PICTURE",
                "a.svg|<drawing><set onbegin='x'/></drawing>|SCRIPT",
                "a.svg|<svg><style>@import url(http://evil.example/c.css);</style></svg>|REMOTE_CONTENT",
                "a.png|<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:style>a{fill:url(http://evil.example/f)}</x:style></x:svg>|REMOTE_CONTENT",
                "a.svg|<?xml-stylesheet href='http://evil.example/c.css'?><svg><g/></svg>|REMOTE_CONTENT",
                "a.svg|<svg><g/><?xml-stylesheet href='http://evil.example/c.css'?></svg>|REMOTE_CONTENT"
            })
    void drawingInOfficeOpenXmlIsReadWholeInWhicheverNamespace(String name, String drawing, Rule rule) {
        byte[] document = new WordDocument()
                .part("word/media/" + name, drawing.getBytes(UTF_8))
                .bytes();
        assertThat(laboratory
                        .inspect("a.docx", document)
                        .objection()
                        .orElseThrow()
                        .rule())
                .isEqualTo(rule);
    }

    @Test
    void drawingWithItsOwnStylePassesInOfficeOpenXml() {
        byte[] document = new WordDocument()
                .part("word/media/a.svg", "<svg><style>.a { fill: #fff }</style><g class='a'/></svg>".getBytes(UTF_8))
                .bytes();
        assertThat(laboratory.inspect("a.docx", document).objection()).isEmpty();
    }

    @Test
    void drawingInOfficeOpenXmlIsHeldToTheSame() {
        byte[] harmless = new WordDocument()
                .part("word/media/a.svg", DRAWING.formatted("<g/>").getBytes(UTF_8))
                .bytes();
        assertThat(laboratory.inspect("a.docx", harmless).objection()).isEmpty();
        byte[] script = new WordDocument()
                .part("word/media/a.svg", DRAWING.formatted("<script/>").getBytes(UTF_8))
                .bytes();
        assertThat(laboratory
                        .inspect("a.docx", script)
                        .objection()
                        .orElseThrow()
                        .rule())
                .isEqualTo(Rule.SCRIPT);
    }
}
