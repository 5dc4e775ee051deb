#!/usr/bin/python3
"""Documents as Python's programs write them: openpyxl, XlsxWriter, pandas, python-docx, odfpy, ReportLab, zipfile, and text
in the code pages people have. Prints one line of the corpus's table for each: file, sent as, category, what must become of it."""
import datetime
import io
import os
import random
import struct
import sys
import zipfile
import zlib

FOLDER = sys.argv[1]
RANDOM = random.Random(20261129)
WORDS = ("beton ciment granulat essai résistance gel proefstuk druksterkte keuring lot 28 jours dagen report sample "
         "batch norme EN 206 klasse C30/37 humidité poreusheid certificaat").split()


def out(name, content, sent=None, category="test-report", must="AVAILABLE"):
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as file:
        file.write(content)
    print("\t".join((path, sent or name, category, must)))


def sentence(length=12):
    return " ".join(RANDOM.choice(WORDS) for _ in range(length))


def png(width=24, height=16):
    rows = b"".join(b"\0" + bytes(RANDOM.randrange(256) for _ in range(3 * width)) for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def openpyxl_books():
    import openpyxl
    from openpyxl.chart import BarChart, LineChart, PieChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.drawing.image import Image
    from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    names = ("Image (2)", "Webservice (1)", "Résultats", "DDE 2026", "=calc", "Blad1", "Feuil1", "call (x)")

    def fill(sheet, rows):
        sheet.append(["lot", "day", "strength"])
        for row in range(rows):
            sheet.append([row, row % 28, 30 + RANDOM.random() * 30])

    def chart(sheet, kind):
        drawn = kind()
        drawn.add_data(Reference(sheet, min_col=3, min_row=1, max_row=10), titles_from_data=True)
        sheet.add_chart(drawn, "F2")

    features = {
        "plain": lambda book, sheet: None,
        "bar": lambda book, sheet: chart(sheet, BarChart),
        "line": lambda book, sheet: chart(sheet, LineChart),
        "pie": lambda book, sheet: chart(sheet, PieChart),
        "picture": lambda book, sheet: sheet.add_image(Image(io.BytesIO(png())), "H1"),
        "comment": lambda book, sheet: setattr(sheet["A1"], "comment", Comment(sentence(), "Ingrid")),
        "link": lambda book, sheet: setattr(sheet["A2"], "hyperlink", "https://example.org/norm?a=1&b=2"),
        "mail": lambda book, sheet: setattr(sheet["A2"], "hyperlink", "mailto:lab@example.org?subject=lot"),
        "drive": lambda book, sheet: setattr(sheet["A2"], "hyperlink", "file:///C:/Users/lab/lot.pdf"),
        "inside": lambda book, sheet: setattr(sheet["A2"], "hyperlink", "#'" + sheet.title.replace("'", "''") + "'!B2"),
        "sums": lambda book, sheet: sheet.__setitem__("D2", "=SUM(C2:C9)/COUNT(C2:C9)"),
        "text": lambda book, sheet: sheet.__setitem__("D2", '="see WEBSERVICE(x) and image(1)"&A2'),
        "table": lambda book, sheet: sheet.add_table(Table(displayName="Lots", ref="A1:C8")),
        "scale": lambda book, sheet: sheet.conditional_formatting.add(
            "C2:C9", ColorScaleRule(start_type="min", start_color="AA0000", end_type="max", end_color="00AA00")),
        "rule": lambda book, sheet: sheet.conditional_formatting.add(
            "C2:C9", CellIsRule(operator="lessThan", formula=["35"], fill=PatternFill(bgColor="FFC7CE"))),
        "formula-rule": lambda book, sheet: sheet.conditional_formatting.add("C2:C9", FormulaRule(formula=["$B2>14"])),
        "list": lambda book, sheet: sheet.add_data_validation(
            DataValidation(type="list", formula1='"C20/25,C30/37,C40/50"', sqref="E2:E9")),
        "merged": lambda book, sheet: sheet.merge_cells("A12:C14"),
        "locked-sheet": lambda book, sheet: sheet.protection.enable(),
        "unlocked-cell": lambda book, sheet: setattr(sheet["C2"], "protection", Protection(locked=False)),
        "frozen": lambda book, sheet: setattr(sheet, "freeze_panes", "B2"),
        "print": lambda book, sheet: setattr(sheet, "print_title_rows", "1:1"),
        "hidden": lambda book, sheet: setattr(book.create_sheet("Hidden"), "sheet_state", "hidden"),
        "properties": lambda book, sheet: setattr(book.properties, "creator", "René Peeters & zonen <lab>"),
        "header": lambda book, sheet: setattr(sheet.oddHeader.center, "text", "&A &P of &N"),
        "name": lambda book, sheet: book.defined_names.append(DefinedName("lots", attr_text="'" + sheet.title + "'!$A$1:$C$9"))
        if hasattr(book.defined_names, "append") else book.defined_names.add(DefinedName("lots", attr_text="$A$1")),
    }
    for count, (feature, apply) in enumerate(features.items()):
        for variant in range(3):
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.title = names[(count + variant) % len(names)]
            fill(sheet, 9 + 40 * variant)
            apply(book, sheet)
            target = io.BytesIO()
            book.save(target)
            out(f"openpyxl-{feature}-{variant}.xlsx", target.getvalue())
    for rows in (5_000, 20_000):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("stream")
        for row in range(rows):
            sheet.append([row, sentence(3), datetime.date(2026, 1, 1 + row % 28)])
        target = io.BytesIO()
        book.save(target)
        out(f"openpyxl-stream-{rows}.xlsx", target.getvalue())


def xlsxwriter_books():
    import xlsxwriter

    def book(name, work, **options):
        target = io.BytesIO()
        made = xlsxwriter.Workbook(target, {"in_memory": True, **options})
        sheet = made.add_worksheet("Série (1)")
        for row in range(30):
            sheet.write_row(row, 0, [row, row % 28, 30 + RANDOM.random() * 30, sentence(2)])
        work(made, sheet)
        made.close()
        out(name, target.getvalue())

    def chart(made, sheet, kind):
        drawn = made.add_chart({"type": kind})
        drawn.add_series({"values": "='Série (1)'!$C$1:$C$30", "categories": "='Série (1)'!$B$1:$B$30"})
        sheet.insert_chart("G2", drawn)

    for kind in ("area", "bar", "column", "doughnut", "line", "pie", "radar", "scatter", "stock"):
        book(f"xlsxwriter-{kind}.xlsx", lambda made, sheet, kind=kind: chart(made, sheet, kind))
    works = {
        "picture": lambda made, sheet: sheet.insert_image("H2", "a.png", {"image_data": io.BytesIO(png())}),
        "picture-with-link": lambda made, sheet: sheet.insert_image(
            "H2", "a.png", {"image_data": io.BytesIO(png()), "url": "https://example.org/lab"}),
        "comment": lambda made, sheet: sheet.write_comment("A3", sentence()),
        "textbox": lambda made, sheet: sheet.insert_textbox("H2", sentence()),
        "link": lambda made, sheet: sheet.write_url("A4", "https://example.org/a b"),
        "mail": lambda made, sheet: sheet.write_url("A4", "mailto:lab@example.org"),
        "inside": lambda made, sheet: sheet.write_url("A4", "internal:'Série (1)'!A1"),
        "beside": lambda made, sheet: sheet.write_url("A4", "external:other book.xlsx#Feuil1!A1"),
        "drive": lambda made, sheet: sheet.write_url("A4", r"external:c:\lab\other.xlsx"),
        "formula": lambda made, sheet: sheet.write_formula("E1", "=AVERAGE(C1:C30)"),
        "array": lambda made, sheet: sheet.write_array_formula("E2:E4", "{=C2:C4*2}"),
        "future": lambda made, sheet: sheet.write_formula("E5", "=_xlfn.STDEV.S(C1:C30)"),
        "sparkline": lambda made, sheet: sheet.add_sparkline("F1", {"range": "'Série (1)'!C1:C30"}),
        "table": lambda made, sheet: sheet.add_table("A40:C50"),
        "filter": lambda made, sheet: sheet.autofilter("A1:C30"),
        "format": lambda made, sheet: sheet.conditional_format("C1:C30", {"type": "3_color_scale"}),
        "icons": lambda made, sheet: sheet.conditional_format("C1:C30", {"type": "icon_set", "icon_style": "3_arrows"}),
        "list": lambda made, sheet: sheet.data_validation("F2", {"validate": "list", "source": ["yes", "no"]}),
        "rich": lambda made, sheet: sheet.write_rich_string("A9", "x", made.add_format({"bold": True}), "y", "z"),
        "background": lambda made, sheet: sheet.set_header("&L&P"),
        "properties": lambda made, sheet: made.set_properties({"title": sentence(), "author": "Zoë"}),
        "custom": lambda made, sheet: made.set_custom_property("Checked", datetime.datetime(2026, 11, 1)),
        "name": lambda made, sheet: made.define_name("strengths", "='Série (1)'!$C$1:$C$30"),
        "protected": lambda made, sheet: sheet.protect("secret"),
        "read-only": lambda made, sheet: made.read_only_recommended(),
    }
    for name, work in works.items():
        for variant, options in enumerate(({}, {"strings_to_urls": False}, {"constant_memory": False, "use_zip64": True})):
            book(f"xlsxwriter-{name}-{variant}.xlsx", work, **options)


def pandas_books():
    import pandas

    for number in range(12):
        frame = pandas.DataFrame({
            "lot": range(10 + 50 * number),
            "when": pandas.date_range("2026-01-01", periods=10 + 50 * number),
            "strength": [30 + RANDOM.random() * 30 for _ in range(10 + 50 * number)],
            "remark": [sentence(3) for _ in range(10 + 50 * number)],
        })
        for engine in ("openpyxl", "xlsxwriter"):
            target = io.BytesIO()
            with pandas.ExcelWriter(target, engine=engine) as writer:
                frame.to_excel(writer, sheet_name="Sheet (1)", index=number % 2 == 0)
                frame.describe().to_excel(writer, sheet_name="Image (2)")
            out(f"pandas-{engine}-{number}.xlsx", target.getvalue())
        target = io.BytesIO()
        with pandas.ExcelWriter(target, engine="odf") as writer:
            frame.to_excel(writer, sheet_name="Lots")
        out(f"pandas-{number}.ods", target.getvalue())
        out(f"pandas-{number}.csv", frame.to_csv(sep=",;\t"[number % 3]).encode("utf-8-sig" if number % 2 else "utf-8"))
        out(f"pandas-{number}.json", frame.to_json().encode(), category="measurement-data")
        out(f"pandas-{number}.tsv", frame.to_csv(sep="\t").encode())


def word_documents():
    import docx
    from docx.enum.text import WD_BREAK
    from docx.shared import Cm

    def with_header(document):
        document.sections[0].header.paragraphs[0].text = sentence(4)
        document.sections[0].footer.paragraphs[0].text = sentence(4)

    works = {
        "plain": lambda document: None,
        "heading": lambda document: document.add_heading(sentence(4), 2),
        "table": lambda document: document.add_table(4, 3, style="Table Grid"),
        "picture": lambda document: document.add_picture(io.BytesIO(png()), width=Cm(4)),
        "list": lambda document: document.add_paragraph(sentence(), style="List Bullet"),
        "break": lambda document: document.add_paragraph().add_run().add_break(WD_BREAK.PAGE),
        "section": lambda document: document.add_section(),
        "header": with_header,
        "properties": lambda document: setattr(document.core_properties, "author", "Ingrid Claes <lab>"),
        "markup": lambda document: document.add_paragraph('<script>alert("x")</script> =WEBSERVICE("x") DDEAUTO c:\\\\x'),
    }
    for name, work in works.items():
        for variant in range(5):
            document = docx.Document()
            for _ in range(2 + 20 * variant):
                document.add_paragraph(sentence(30))
            work(document)
            target = io.BytesIO()
            document.save(target)
            out(f"python-docx-{name}-{variant}.docx", target.getvalue())


def open_documents():
    from odf import text, table, draw
    from odf.opendocument import OpenDocumentPresentation, OpenDocumentSpreadsheet, OpenDocumentText

    for number in range(12):
        document = OpenDocumentText()
        for _ in range(3 + number):
            document.text.addElement(text.P(text=sentence(20)))
        link = text.P()
        link.addElement(text.A(href="https://example.org/norm", text="norm"))
        document.text.addElement(link)
        target = io.BytesIO()
        document.write(target)
        out(f"odfpy-{number}.odt", target.getvalue())

        sheet = OpenDocumentSpreadsheet()
        grid = table.Table(name="Image (2)")
        for _ in range(5 + number):
            row = table.TableRow()
            for _ in range(4):
                cell = table.TableCell()
                cell.addElement(text.P(text=sentence(1)))
                row.addElement(cell)
            grid.addElement(row)
        sheet.spreadsheet.addElement(grid)
        target = io.BytesIO()
        sheet.write(target)
        out(f"odfpy-{number}.ods", target.getvalue())


def reports():
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas
    from reportlab.lib.utils import ImageReader

    works = {
        "plain": lambda page: None,
        "link": lambda page: page.linkURL("https://example.org/norm", (50, 50, 200, 80)),
        "mail": lambda page: page.linkURL("mailto:lab@example.org", (50, 50, 200, 80)),
        "inside": lambda page: (page.bookmarkPage("a"), page.addOutlineEntry("Start", "a"), page.linkRect("", "a", (9, 9, 99, 99))),
        "picture": lambda page: page.drawImage(ImageReader(io.BytesIO(png(60, 40))), 100, 100),
        "form": lambda page: page.acroForm.textfield(name="lot", x=100, y=300, width=120, value="x"),
        "check": lambda page: page.acroForm.checkbox(name="ok", x=100, y=300),
        "choice": lambda page: page.acroForm.choice(name="class", x=100, y=300, options=["a", "b"], value="a"),
        "info": lambda page: (page.setTitle(sentence()), page.setAuthor("Zoë & Jan")),
        "turned": lambda page: page.setPageRotation(90),
        "effect": lambda page: page.setPageTransition("Wipe", 1, 0),
        "full": lambda page: page.showFullScreen0(),
    }
    for name, work in works.items():
        for variant in range(5):
            target = io.BytesIO()
            page = canvas.Canvas(target, pagesize=A4, pageCompression=variant % 2, invariant=1)
            for number in range(1 + variant):
                page.drawString(70, 760, sentence(8))
                work(page)
                page.showPage()
            page.save()
            out(f"reportlab-{name}-{variant}.pdf", target.getvalue())


def archives():
    def archive(name, members, method=zipfile.ZIP_DEFLATED, comment=b"", seekable=True):
        target = io.BytesIO()
        with zipfile.ZipFile(target if seekable else Stream(target), "w", method) as made:
            for path, content in members:
                made.writestr(path, content)
            made.comment = comment
        out(name, target.getvalue())

    class Stream(io.RawIOBase):
        def __init__(self, target):
            super().__init__()
            self.target = target

        def writable(self):
            return True

        def write(self, piece):
            return self.target.write(piece)

    junk = [(".DS_Store", b"\0\0\0\1Bud1\0\0\x10\0"), ("__MACOSX/._report.txt", b"\0\5\26\7\0\2\0\0Mac OS X"),
            ("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)), ("desktop.ini", b"[.ShellClassInfo]\r\nIconIndex=0\r\n"),
            ("~$report.docx", b"\6Ingrid" + bytes(155)), ("lab/.DS_Store", b"\0\0\0\1Bud1"), ("lab/Thumbs.db", b"x"),
            ("lab/desktop.ini", "\ufeff[ViewState]\r\nMode=\r\n".encode("utf-16-le"))]
    plain = [("report.txt", sentence(40)), ("lab/values.csv", "a;b\r\n1;2\r\n"), ("lab/photo.png", png())]
    for number, (path, content) in enumerate(junk):
        archive(f"zip-junk-{number}.zip", plain + [(path, content)])
        archive(f"zip-junk-{number}-stored.zip", plain + [(path, content)], zipfile.ZIP_STORED)
        archive(f"zip-junk-{number}-streamed.zip", plain + [(path, content)], seekable=False)
    for number in range(20):
        members = [(f"{sentence(1)} {index}.txt", sentence(5 * index + 1)) for index in range(number + 1)]
        archive(f"zip-{number}.zip", members, (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)[number % 3])
        archive(f"zip-{number}-streamed.zip", members, (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)[number % 2], seekable=False)
        archive(f"zip-{number}-comment.zip", members, comment=b"made by the lab\r\n")
    archive("zip-folders.zip", [("a/", b""), ("a/b/", b""), ("a/b/c.txt", "x")])
    archive("zip-accents.zip", [("Résumé été.txt", "x"), ("Überprüfung.csv", "a;b"), ("naïef/ø.txt", "y")])
    archive("zip-in-zip.zip", [("inner.zip", open(os.path.join(FOLDER, "zip-3.zip"), "rb").read())])


def texts():
    pages = {"cp1252": "Résultats à 28 jours : 52,5 N/mm² – « bon » œuvre €", "cp1250": "Wytrzymałość próbki: żółty ćwierć",
             "cp1251": "Прочность бетона, проба 7", "cp1253": "Αντοχή σκυροδέματος", "cp1254": "Basınç dayanımı ölçüm ışık",
             "cp1257": "Stiprums ēka šķērsgriezums", "cp850": "Résistance à 28 jours ±2 °C", "cp437": "Größe ½ ±",
             "iso8859-15": "coût 12 € – à vérifier"[:9], "koi8-r": "Прочность", "cp866": "Прочность бетона", "mac-roman": "Résumé naïf œuvre",
             "utf-8": "mixed ΑБВ 水泥 ✓", "utf-8-sig": "with mark ✓", "utf-16": "Excel's Unicode text\tünïcode ✓"}
    starts = ("", "MZ;1;2", "CWS;x", "P1 ", "P6 ", "BM;7", "Rem 1", "From: lab", "GIF of the lab", "RIFF", "PK sample", "%comment",
              "ID3", "OggS", "II*", "MM", "{", "[", "<5 mm", "#1", "@echo", "ftyp", "Subject: x", "Date: 1", "dn: x", "BEGIN:", "%!x", "\\x")
    for page, words in pages.items():
        for index, extension in enumerate(("txt", "csv", "log", "dat", "asc", "tsv")):
            content = "\r\n".join([words] * 4 + [f"{index};1\t2"]) + "\r\n"
            out(f"text-{page}.{extension}", content.encode(page))
    for index, start in enumerate(starts):
        for extension in ("txt", "csv"):
            body = f"{start};a;b\r\n" + "\r\n".join(f"{row};{row * 1.5}" for row in range(20)) + "\r\n"
            out(f"text-start-{index}.{extension}", body.encode())
    out("text-ctrl-z.txt", b"1;2\r\n3;4\r\n\x1a")
    out("text-vertical-tab.txt", b"a\x0bb\r\n")
    out("text-form-feed.txt", b"page 1\f\r\npage 2\r\n")
    out("text-empty-lines.txt", b"\r\n\r\n\r\n")


NAMES = ("Cert. ISO.pdf", "Constr.Prod.Reg.pdf", "Node.js.pdf", "Bijlage.App.pdf", "page.html.pdf", "v1.2.3.pdf", "a.b.c.d.pdf",
         "Rapport n° 7.PDF", "résultats.définitifs.pdf", "EN 206-1.2014.pdf", "www.lab.be.pdf", "Dr. Com.pdf")


def names():
    from reportlab.pdfgen import canvas

    for index, name in enumerate(NAMES):
        target = io.BytesIO()
        page = canvas.Canvas(target, invariant=1)
        page.drawString(70, 700, name)
        page.save()
        out(f"name-{index}.pdf", target.getvalue(), sent=name)


for make in (openpyxl_books, xlsxwriter_books, pandas_books, word_documents, open_documents, reports, archives, texts, names):
    make()
