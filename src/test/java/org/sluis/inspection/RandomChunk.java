package org.sluis.inspection;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A Word document that takes in a page, which does something, under one of many names and types. */
record RandomChunk(Page page, Writing writing, Surrounding surrounding, String name, String type)
        implements RandomPackage {

    /** A piece of a page, and its twin. */
    enum Page {
        SCRIPT("<script>x</script>", "<b>script</b>"),
        SCRIPT_IN_CAPITALS("<SCRIPT/SRC=x>", "<STRONG/TITLE=x>"),
        EVENT("<p onclick=x>", "<p title=onclick>"),
        EVENT_AFTER_A_SLASH("<img/src=''/onerror=x>", "<img/src=''/title=x>"),
        PICTURE("<img src='https://evil.example/p.png'>", "<img src='data:image/png;base64,AA=='>"),
        PICTURE_WITHOUT_QUOTES("<img src=//evil/p.png>", "<img src=p.png>"),
        PICTURE_IN_REFERENCES("<img src='&#104;ttps://evil.example'>", "<img src='&#104;'>"),
        PICTURES("<img srcset='a.png 1x, https://evil.example 2x'>", "<img srcset='a.png 1x, b.png 2x'>"),
        BACKGROUND("<table background='\\\\evil\\p.png'>", "<table title='\\\\evil\\p.png'>"),
        OLD_PICTURE("<v:imagedata src='https://evil.example/'>", "<v:imagedata src='a.png'>"),
        STYLE("<p style='background: u\\72l(//evil/x)'>", "<p style='background: u\\72l(x)'>"),
        STYLE_SHEET("<style>@im/**/port 'x';@import '//evil/x';</style>", "<style>p { color: red }</style>"),
        STYLE_LINK("<link rel=stylesheet href='https://evil.example/x.css'>", "<link rel=stylesheet href='x.css'>"),
        FRAME("<iframe src='x'>", "<div title='x'>"),
        OBJECT("<object data='x'>", "<p title='x'>"),
        EMBED("<embed src='x'>", "<p title='x'>"),
        BASE("<base href='https://evil.example/'>", "<p title='https://evil.example/'>"),
        REFRESH("<meta http-equiv=Refresh content='0;url=x'>", "<meta name=x content='0;url=x'>"),
        LINK("<a href='java&Tab;script:x'>", "<a href='https://example.org'>"),
        SHARE_LINK("<a href='file://evil/x'>", "<a href='#a'>"),
        FORM("<form action='ms-msdt:/id'>", "<form action='https://example.org'>"),
        CONDITION("<!--[if mso]><img src='https://evil.example'><![endif]-->", "<!--[if mso]><b>x</b><![endif]-->"),
        WITHOUT_SCRIPT("<noscript><img src='https://evil.example'></noscript>", "<noscript><b>x</b></noscript>"),
        TITLE("<title><img src='https://evil.example'></title>", "<title>x</title>"),
        FIELD("<span style='mso-element:field-begin'></span>", "<span style='mso-bidi:x'></span>"),
        OFFICE_FIELD("<w:fldSimple w:instr='DDE cmd x'>", "<w:p w:instr='DDE cmd x'>"),
        MAINFRAME("<meta charset=IBM037>", "<meta charset=windows-1252>"),
        MAIL("<meta http-equiv=content-type content='text/html; charset=&#117;tf-7'>", "<meta name=x content='utf-7'>"),
        SVG("<svg><image href='https://evil.example'/></svg>", "<svg><g/></svg>");

        private final String active;
        private final String harmless;

        Page(String active, String harmless) {
            this.active = active;
            this.harmless = harmless;
        }
    }

    /** What stands around it. */
    enum Surrounding {
        NOTHING("%s"),
        PAGE("<html><body>%s</body></html>"),
        XHTML("<html xmlns='http://www.w3.org/1999/xhtml'><body>%s</body></html>"),
        TABLE("<table><tr>%s"),
        TEXT("<p>a < b & c %s"),
        LONG("<p>" + "x ".repeat(9000) + "%s"),
        OPEN_COMMENT("<!-- a --!><p>%s</p>"),
        OPEN_LIST("<ul><li>%s");

        private final String form;

        Surrounding(String form) {
            this.form = form;
        }
    }

    private static final Set<Writing> PLAIN =
            Set.of(Writing.PLAIN, Writing.MARKED, Writing.LINE_FIRST, Writing.LITTLE_ENDIAN, Writing.COMMENT_FIRST);

    static Arbitrary<RandomChunk> any() {
        return Combinators.combine(
                        Arbitraries.of(Page.class),
                        Arbitraries.of(Writing.class),
                        Arbitraries.of(Surrounding.class),
                        Arbitraries.of(
                                "x1.html",
                                "x1.htm",
                                "x1.xhtml",
                                "x1.txt",
                                "x1.dat",
                                "x1",
                                "x1.png",
                                "x1.bin",
                                "X1.HTML"),
                        Arbitraries.of(List.of(
                                "text/html", "TEXT/HTML; charset=utf-16", "application/xhtml+xml", "text/plain")))
                .as(RandomChunk::new);
    }

    @Override
    public byte[] bytes(boolean doing) {
        String text = surrounding.form.formatted(doing ? page.active : page.harmless);
        return new OfficePackage(OfficePackage.Kind.WORD)
                .part("word/" + name, writing.bytes(text))
                .declared("/word/" + name, type)
                .link(OfficePackage.RELATIONSHIPS + "aFChunk", name, "")
                .bytes();
    }

    @Override
    public boolean hasTwin() {
        return PLAIN.contains(writing);
    }

    @Override
    public String fileName() {
        return OfficePackage.Kind.WORD.fileName();
    }

    @Override
    public String mediaType() {
        return OfficePackage.Kind.WORD.mediaType();
    }
}
