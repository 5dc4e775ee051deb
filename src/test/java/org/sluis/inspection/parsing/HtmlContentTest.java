package org.sluis.inspection.parsing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages inside documents: they show something, and neither run nor fetch anything. */
class HtmlContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p><script>x</script>|SCRIPT|script",
                "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:script/></x:svg>|SCRIPT|script",
                "<p onclick=x>|SCRIPT|onclick",
                "<object data=x>|SCRIPT|object",
                "<iframe src='x.html'>|REMOTE_CONTENT|iframe",
                "<meta http-equiv=Refresh content='0;url=x'>|REMOTE_CONTENT|meta",
                "<img src='http://evil.example/p.png'>|REMOTE_PICTURE|http://evil.example/p.png",
                "<img src='//evil.example/p.png'>|NETWORK_SHARE|//evil.example/p.png",
                "<img src='a.png' srcset='a.png, https://evil.example/b.png'>|REMOTE_PICTURE|",
                "<v:imagedata src='https://evil.example/b.png'/>|REMOTE_PICTURE|",
                "<link rel=stylesheet href='https://evil.example/a.css'>|REMOTE_CONTENT|https://evil.example/a.css",
                "<p style='background:url(https://evil.example/a)'>|REMOTE_CONTENT|https://evil.example/a",
                "<p style='background:\\75rl(https://evil.example/a)'>|REMOTE_CONTENT|https://evil.example/a",
                "<style>@im/**/port 'https://evil.example/a'</style>|REMOTE_CONTENT|https://evil.example/a",
                "<p style='width:expression(x)'>|SCRIPT|style",
                "<span style='mso-field-code:\"DDEAUTO cmd\"'>|FETCHING_FIELD|",
                "<a href='javascript:x'>x</a>|UNSAFE_LINK|javascript:x",
                "<a href='\\\\server\\x'>x</a>|NETWORK_SHARE|",
                "<!--[if gte mso 9]><xml><script>x</script></xml><![endif]-->|SCRIPT|script",
                "<!-- <img src='http://evil.example/p.png'>|REMOTE_PICTURE|",
                "<xmp><script>x</script></xmp>|SCRIPT|script",
                "+ADw-script+AD4-|VARIANT|UTF-7",
                "<meta charset=utf-7>|VARIANT|utf-7",
                "<META http-equiv=Content-Type content='text/html; charset=&#117;nicode-1-1-utf-7'>|VARIANT|unicode-1-1-utf-7"
            })
    void refusesWhatRunsOrIsFetched(String page, Rule rule, String subject) {
        Objection objection = refused(page.getBytes(UTF_8));
        assertThat(objection.rule()).isEqualTo(rule);
        if (subject != null) {
            assertThat(objection.subject()).contains(subject);
        }
    }

    @Test
    void readsThePageInEachEncodingItMayBeTakenFor() {
        assertThat(refused("<script>x</script>".getBytes(UTF_16LE)).rule()).isEqualTo(Rule.SCRIPT);
    }

    @Test
    void refusesWhatIsTooLongToBeRead() {
        assertThat(refused(new byte[8_000_001]).rule()).isEqualTo(Rule.STRUCTURE_SIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><title>Report</title><style><!-- p {margin:0} --></style></head><body><p>Text",
                "<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>UTF-7 is old",
                "<img src='data:image/png;base64,AA+ADwAA'>",
                "<p>5 < 6 <b>unclosed",
                "<a href='https://example.org'>x</a> <a href='mailto:a@example.org'>y</a>",
                "<img src='cid:image001.png@01'><img src='data:image/png;base64,AA=='><img src='pictures/1.png'>",
                "<!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]-->",
                "<table background='a.png'><tr><td style='background:url(b.png)'>x"
            })
    void ordinaryPagesPass(String page) {
        assertThatCode(() -> read(page.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    private static Objection refused(byte[] page) {
        return catchThrowableOfType(Refusal.class, () -> read(page)).objection();
    }

    private static void read(byte[] page) throws IOException {
        HtmlContent.read(new ByteArrayInputStream(page));
    }
}
