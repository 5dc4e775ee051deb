package org.sluis.inspection.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are read as the least careful program reads them. */
class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/x, WEB",
        "HTTP:example.org, WEB",
        "'ht\ttp://example.org', WEB",
        "ftp://example.org, WEB",
        "mailto:a@example.org, CONTACT",
        "tel:+32, CONTACT",
        "callto:x, CONTACT",
        "skype:x?call, CONTACT",
        "about:blank, CONTACT",
        "about:config, HANDLER",
        "'#Sheet1!A1', INSIDE",
        "'', INSIDE",
        "media/image1.png, INSIDE",
        "Annex 1%20b.docx, INSIDE",
        "../other.docx, OWN_MACHINE",
        "/etc/x, OWN_MACHINE",
        "C:\\x.docx, OWN_MACHINE",
        "file:///C:\\Users\\a\\x.docx, OWN_MACHINE",
        "file://C:/x.docx, OWN_MACHINE",
        "file://localhost/C:/x.docx, OWN_MACHINE",
        "file:///home/a/x.docx, OWN_MACHINE",
        "file:x.docx, OWN_MACHINE",
        "\\\\?\\C:\\x.docx, OWN_MACHINE",
        "cid:image001.png@01D5, ENCLOSED",
        "'data:image/png;base64,AA', ENCLOSED",
        "'data:image/svg+xml,x', HANDLER",
        "'data:text/html,x', HANDLER",
        "\\\\server\\x, SHARE",
        "//server/x, SHARE",
        "/\\server/x, SHARE",
        "file://server/x, SHARE",
        "file:////server/x, SHARE",
        "file:///\\\\server\\x, SHARE",
        "file:\\\\server\\x, SHARE",
        "file:///.//server/x, SHARE",
        "\\\\?\\UNC\\server\\x, SHARE",
        "\\\\.\\UNC\\server\\x, SHARE",
        "%5c%5cserver\\x, SHARE",
        "%255c%255cserver\\x, SHARE",
        "file:///%2f%2fserver/x, SHARE",
        "file:%2f%2fserver/x, SHARE",
        "\\??\\C:\\x.docx, OWN_MACHINE",
        "\\??\\UNC\\server\\x, SHARE",
        "file:///??/UNC/server/x, SHARE",
        "file:\\??\\UNC\\server\\x, SHARE",
        "\\\\?\\c:\\..\\UNC\\server\\x, SHARE",
        "\\\\?\\GLOBALROOT\\x, SHARE",
        "\\??\\c:\\..\\..\\UNC\\server\\x, SHARE",
        "smb://server/x, SHARE",
        "CIFS:server, SHARE",
        "nfs://server/x, SHARE",
        "davs://server/x, SHARE",
        "vnd.sun.star.webdav://server/x, SHARE",
        "javascript:x, HANDLER",
        "JavaScript:x, HANDLER",
        "' java\nscript:x', HANDLER",
        "java%73cript:x, HANDLER",
        "vbscript:x, HANDLER",
        "ms-msdt:/id, HANDLER",
        "ms-word:ofe|u|https://example.org, HANDLER",
        "search-ms:query=x, HANDLER",
        "mhtml:http://example.org, HANDLER",
        "mk:@MSITStore:x, HANDLER",
        "shell:startup, HANDLER"
    })
    void placesAddresses(String address, Links.Place place) {
        assertThat(Links.place(address)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "\\\\server\\x.docx,NETWORK_SHARE",
        "search-ms:query=x,UNSAFE_LINK",
        "file:///C:/Windows/System32/calc.exe,UNSAFE_LINK",
        "C:\\Program Files\\x.lnk,UNSAFE_LINK",
        "file:///C:/x.js#y,UNSAFE_LINK",
        "file:///C:/x.exe.?z,UNSAFE_LINK",
        "file:///C:/x%2Eexe,UNSAFE_LINK",
        "file:///C:/x.exe::$DATA,UNSAFE_LINK",
        "file:///opt/x.sh,UNSAFE_LINK",
        "C:\\x.com,UNSAFE_LINK",
        "..\\setup.exe,UNSAFE_LINK",
        "setup.exe,UNSAFE_LINK",
        "shell:startup,UNSAFE_LINK",
        "shell:::{20D04FE0-3AEA-1069-A2D8-08002B30309D},UNSAFE_LINK",
        "::{20D04FE0-3AEA-1069-A2D8-08002B30309D},UNSAFE_LINK",
        "file:///::{20D04FE0-3AEA-1069-A2D8-08002B30309D}/x,UNSAFE_LINK",
        "C:\\x.{21EC2020-3AEA-1069-A2DD-08002B30309D},UNSAFE_LINK",
        "javascript: alert,UNSAFE_LINK",
        "java script:alert,UNSAFE_LINK",
        "ms-msdt: /id,UNSAFE_LINK",
        "search-ms:%20query,UNSAFE_LINK",
        "'geo:52.1,4.3',UNSAFE_LINK",
        "webcal://x,UNSAFE_LINK",
        "msteams://x,UNSAFE_LINK",
        "onenote: x,UNSAFE_LINK",
        "smb://server/x,NETWORK_SHARE",
        "foo:bar,UNSAFE_LINK",
        "'data:text/html,x',UNSAFE_LINK"
    })
    void refusesClicksByName(String address, Rule rule) {
        Objection objection = catchThrowableOfType(Refusal.class, () -> Links.checkClick(address))
                .objection();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "mailto:a@example.org",
                "file:///C:/x.docx",
                "file:///C:/x.pdf",
                "C:\\x.html",
                "C:\\figures.xlsm",
                "file:///home/a/",
                "C:\\x.docx#note",
                "https://example.org/setup.exe",
                "www.example.com",
                "../www.example.com/",
                "example.sh",
                "#'Setup.exe'!A1",
                "other.docx",
                "#place",
                "www.example.org:8080/x",
                "localhost:8080",
                "ISO: 9001",
                "Note: see page 3",
                "Note:%20see%20page%203",
                "Bijlage 1: tabel.docx",
                "Figure: 3",
                "12:30"
            })
    void clicksThatLeadToPagesPeopleAndOwnFilesPass(String address) {
        assertThatCode(() -> Links.checkClick(address)).doesNotThrowAnyException();
        assertThat(Links.isHyperlink(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"\\\\server\\x,NETWORK_SHARE", "https://example.org/x,REMOTE_PICTURE", "mhtml:x,REMOTE_PICTURE"})
    void refusesToFetch(String address, Rule rule) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Links.checkFetch(address, Rule.REMOTE_PICTURE));
        assertThat(refusal.objection().rule()).isEqualTo(rule);
        assertThat(refusal.objection().subject()).contains(address);
        assertThat(Links.isElsewhere(address)).isTrue();
    }
}
