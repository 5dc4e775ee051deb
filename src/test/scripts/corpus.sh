#!/bin/sh
# Has real programs write some two thousand six hundred everyday files into the folder given, and scripts some five hundred hostile ones, with
# two tables of what must become of each: everyday.tsv and hostile.tsv. The programs come from Debian, npm and Maven Central.
set -eu

scripts=$(cd "$(dirname "$0")" && pwd)
"$scripts/debian-packages.sh" corpus
corpus=$1
if [ -e "$corpus/complete" ]; then exit 0; fi
rm -rf "$corpus"
mkdir -p "$corpus/desk" "$corpus/python" "$corpus/node/node_modules" "$corpus/java/libraries" "$corpus/hostile"
corpus=$(cd "$corpus" && pwd)
heading="file	sent as	category	must be"

cd "$corpus/node"
echo '{"private":true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
    exceljs@4.4.0 docx@9.15.2 pptxgenjs@4.0.1 pdfkit@0.20.2 pdf-lib@1.17.1 jszip@3.10.2
mvn -q -B -f "$scripts/corpus/libraries.xml" dependency:copy-dependencies -DoutputDirectory="$corpus/java/libraries"

{
    "$scripts/corpus/programs.sh" "$corpus/desk"
    "$scripts/corpus/everyday.py" "$corpus/python"
    node "$scripts/corpus/everyday.mjs" "$corpus/node" "$corpus/node"
    java -Djava.awt.headless=true -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory \
        -Dlog4j.simplelogLevel=OFF -cp "$corpus/java/libraries/*" "$scripts/corpus/Everyday.java" "$corpus/java"
    "$scripts/corpus/media.sh" "$corpus/media"
    "$scripts/corpus/portable.sh" "$corpus/portable"
    "$scripts/corpus/hostile.py" "$corpus/hostile"
} >"$corpus/all.tsv"
tables=$(printf 'BEGIN { FS = "\t" }')
{
    echo "$heading"
    awk "$tables"' $4 == "AVAILABLE"' "$corpus/all.tsv"
} >"$corpus/everyday.tsv"
{
    echo "$heading"
    awk "$tables"' $4 != "AVAILABLE"' "$corpus/all.tsv"
} >"$corpus/hostile.tsv"
touch "$corpus/complete"
