#!/bin/sh
# Has real programs write a few hundred documents into the folder given: LibreOffice, Ghostscript, qpdf, ImageMagick, zip
# and 7-Zip. What stands under "refused" is known to be refused, and the manual says why; all others must pass.
set -eu

"$(dirname "$0")/debian-packages.sh" corpus
corpus=$1
if [ -e "$corpus/complete" ]; then exit 0; fi
rm -rf "$corpus"
mkdir -p "$corpus/source" "$corpus/pass" "$corpus/refused"
cd "$corpus"
HOME=$(pwd)/home
export HOME
mkdir -p "$HOME"

office() {
    filter=$1
    out=$2
    shift 2
    soffice --headless --convert-to "$filter" --outdir "$out" "$@" >/dev/null 2>&1
}

for licence in /usr/share/common-licenses/*; do
    if [ -f "$licence" ] && [ ! -L "$licence" ]; then
        cp "$licence" "source/$(basename "$licence" | tr . -).txt"
    fi
done
for number in $(seq 1 24); do
    awk -v n="$number" 'BEGIN { srand(n); print "batch,day,strength"; for (i = 0; i < 40 * n; i++) printf "%d,%d,%.1f\n", i, i % 28, 30 + 30 * rand() }' \
        >"source/series-$number.csv"
done
cp source/*.txt source/*.csv pass/

office odt pass source/*.txt
office docx pass source/*.txt
office pdf pass source/*.txt
office ods pass source/*.csv
office xlsx pass source/*.csv
mkdir archival slides
office 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}' archival source/*.txt
for file in archival/*.pdf; do mv "$file" "pass/$(basename "$file" .pdf)-archival.pdf"; done
soffice --headless --infilter=impress_pdf_import --convert-to odp --outdir slides pass/Artistic.pdf pass/BSD.pdf pass/MPL-1-1.pdf >/dev/null 2>&1
cp slides/*.odp pass/
office pptx pass slides/*.odp

for file in pass/*.pdf; do
    name=$(basename "$file" .pdf)
    qpdf --linearize "$file" "pass/$name-linear.pdf"
    qpdf --object-streams=generate "$file" "pass/$name-packed.pdf"
    qpdf --encrypt "" owner 256 -- "$file" "pass/$name-owner.pdf"
    qpdf --encrypt user owner 256 -- "$file" "refused/$name-user.pdf"
done
for file in pass/*-archival.pdf; do
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile="pass/$(basename "$file" .pdf)-gs.pdf" "$file"
done

for number in $(seq 1 16); do
    size=$((40 * number))x$((30 * number))
    convert-im6 -seed "$number" -size "$size" plasma:fractal "pass/picture-$number.png"
    convert-im6 "pass/picture-$number.png" "pass/picture-$number.jpg"
    convert-im6 "pass/picture-$number.png" -interlace JPEG "pass/picture-$number-progressive.jpg"
    convert-im6 "pass/picture-$number.png" -compress LZW "pass/picture-$number.tiff"
    convert-im6 "pass/picture-$number.png" "pass/picture-$number.jpg" -monochrome -compress Group4 "pass/picture-$number-fax.tif"
    convert-im6 "pass/picture-$number.png" -endian MSB -compress Zip "pass/picture-$number-big.tif"
    convert-im6 "pass/picture-$number.png" "refused/picture-$number.gif"
done

for file in source/*.csv; do
    name=$(basename "$file" .csv)
    (cd source && zip -q "../pass/$name.zip" "$name.csv")
    (cd source && zip -q -0 "../pass/$name-stored.zip" "$name.csv")
    (cd source && zip -q -fd - "$name.csv" >"../pass/$name-streamed.zip")
    (cd source && zip -q -fz "../pass/$name-zip64.zip" "$name.csv")
    (cd source && 7z a -bd -tzip -mm=Deflate64 "../pass/$name-d64.zip" "$name.csv" >/dev/null)
    (cd source && 7z a -bd -tzip -mm=BZip2 "../pass/$name-bzip2.zip" "$name.csv" >/dev/null)
    (cd source && 7z a -bd -tzip -mm=LZMA "../refused/$name-lzma.zip" "$name.csv" >/dev/null)
done
touch complete
