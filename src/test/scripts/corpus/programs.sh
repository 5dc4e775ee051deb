#!/bin/sh
# Documents as the programs of a desk write them: LibreOffice, Ghostscript, qpdf, TeX, a browser, ImageMagick, zip, 7-Zip and
# smaller ones. Prints one line of the corpus's table for each: file, sent as, category, what must become of it.
set -eu

folder=$1
mkdir -p "$folder/source" "$folder/made"
cd "$folder"
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
        tr -d '\f' <"$licence" >"source/$(basename "$licence" | tr . -).txt"
    fi
done
for number in $(seq 1 24); do
    awk -v n="$number" 'BEGIN { srand(n); print "batch,day,strength"; for (i = 0; i < 40 * n; i++) printf "%d,%d,%.1f\n", i, i % 28, 30 + 30 * rand() }' \
        >"source/series-$number.csv"
done
cp source/*.txt source/*.csv made/

office odt made source/*.txt
office docx made source/*.txt
office pdf made source/*.txt
office ods made source/*.csv
office xlsx made source/*.csv
mkdir -p archival slides
office 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}' archival source/*.txt
for file in archival/*.pdf; do mv "$file" "made/$(basename "$file" .pdf)-archival.pdf"; done
soffice --headless --infilter=impress_pdf_import --convert-to odp --outdir slides \
    made/Artistic.pdf made/BSD.pdf made/MPL-1-1.pdf >/dev/null 2>&1
cp slides/*.odp made/
office pptx made slides/*.odp

for file in made/*.pdf; do
    name=$(basename "$file" .pdf)
    qpdf --linearize "$file" "made/$name-linear.pdf"
    qpdf --object-streams=generate "$file" "made/$name-packed.pdf"
    qpdf --encrypt "" owner 256 -- "$file" "made/$name-owner.pdf"
    qpdf --allow-weak-crypto --encrypt "" owner 128 --use-aes=n -- "$file" "made/$name-owner-rc4.pdf"
done
for file in made/*-archival.pdf; do
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile="made/$(basename "$file" .pdf)-gs.pdf" "$file"
done

for name in BSD Artistic GPL-1; do
    text=source/$name.txt
    enscript -q -p - "$text" 2>/dev/null | ps2pdf - "made/$name-enscript.pdf"
    pandoc -f markdown -t docx -o "made/$name-pandoc.docx" "$text"
    pandoc -f markdown -t odt -o "made/$name-pandoc.odt" "$text"
    pandoc -f markdown -t pptx -o "made/$name-pandoc.pptx" "$text"
    pandoc -f markdown -t html -s --metadata title="$name" -o "$name.html" "$text"
    chromium-headless-shell --no-sandbox --disable-gpu --no-pdf-header-footer \
        --print-to-pdf="made/$name-browser.pdf" "file://$(pwd)/$name.html" >/dev/null 2>&1
    for engine in pdflatex xelatex; do
        {
            printf '%s\n' '\documentclass{article}\begin{document}\section{Report}\begin{verbatim}'
            head -60 "$text" | tr -cd '\11\12\40-\176'
            printf '%s\n' '\end{verbatim}\end{document}'
        } >"$name-$engine.tex"
        $engine -interaction=batchmode "$name-$engine.tex" >/dev/null 2>&1
        mv "$name-$engine.pdf" made/
    done
done
for file in source/series-[1-9].csv; do
    name=$(basename "$file" .csv)
    ssconvert "$file" "made/$name-gnumeric.xlsx" >/dev/null 2>&1
    ssconvert "$file" "made/$name-gnumeric.ods" >/dev/null 2>&1
done

for number in $(seq 1 16); do
    size=$((40 * number))x$((30 * number))
    picture=made/picture-$number
    convert-im6 -seed "$number" -size "$size" plasma:fractal "$picture.png"
    convert-im6 "$picture.png" "$picture.jpg"
    convert-im6 "$picture.png" -interlace JPEG "$picture-progressive.jpg"
    convert-im6 "$picture.png" -compress LZW "$picture.tiff"
    convert-im6 "$picture.png" "$picture.jpg" -monochrome -compress Group4 "$picture-fax.tif"
    convert-im6 "$picture.png" -endian MSB -compress Zip "$picture-big.tif"
    convert-im6 "$picture.png" "$picture.gif"
    convert-im6 "$picture.png" "$picture.bmp"
    convert-im6 "$picture.png" "$picture.webp"
    img2pdf "$picture.jpg" -o "$picture-img2pdf.pdf"
done

for file in source/*.csv; do
    name=$(basename "$file" .csv)
    (cd source && zip -q "../made/$name.zip" "$name.csv")
    (cd source && zip -q -0 "../made/$name-stored.zip" "$name.csv")
    (cd source && zip -q -fd - "$name.csv" >"../made/$name-streamed.zip")
    (cd source && zip -q -fz "../made/$name-zip64.zip" "$name.csv")
    (cd source && 7z a -bd -tzip -mm=Deflate64 "../made/$name-d64.zip" "$name.csv" >/dev/null)
    (cd source && 7z a -bd -tzip -mm=BZip2 "../made/$name-bzip2.zip" "$name.csv" >/dev/null)
done

for file in made/*; do
    printf '%s\t%s\ttest-report\tAVAILABLE\n' "$(pwd)/$file" "$(basename "$file")"
done
