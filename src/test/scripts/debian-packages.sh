#!/bin/sh
# Makes sure that the programs Maven Central does not carry are here. Each argument names what somebody needs: "scanner", which
# the portal relies on, with the sandbox of its parsers; "browser", which its tests drive; "corpus", the programs that write the
# documents of the corpus. Costs nothing when all are present.
set -eu

PATH="$PATH:/usr/sbin:/sbin"
missing=""
needs() {
    case " $wanted " in *" $1 "*) true ;; *) false ;; esac
}
wanted="$*"
for name in $wanted; do
    case "$name" in
    scanner | browser | corpus) ;;
    *)
        echo "Not known here: $name" >&2
        exit 2
        ;;
    esac
done
if needs scanner; then
    command -v clamd >/dev/null || missing="$missing clamav-daemon"
    command -v bwrap >/dev/null || missing="$missing bubblewrap"
fi
if needs browser || needs corpus; then
    command -v chromium-headless-shell >/dev/null || missing="$missing chromium-headless-shell fonts-dejavu-core"
fi
if needs corpus; then
    command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"
    command -v convert-im6 >/dev/null || missing="$missing imagemagick"
    command -v xelatex >/dev/null || missing="$missing texlive-latex-base texlive-xetex"
    /usr/bin/python3 -c 'import openpyxl, docx, xlsxwriter, pandas, reportlab, odf' 2>/dev/null ||
        missing="$missing python3-openpyxl python3-docx python3-xlsxwriter python3-pandas python3-reportlab python3-odf"
    for pair in qpdf:qpdf gs:ghostscript 7z:p7zip-full zip:zip enscript:enscript pandoc:pandoc ssconvert:gnumeric \
        img2pdf:img2pdf node:nodejs npm:npm \
        ffmpeg:ffmpeg heif-enc:libheif-examples cwebp:webp sox:"sox libsox-fmt-all" opusenc:opus-tools oggenc:vorbis-tools flac:flac \
        lame:lame speexenc:speex mkvmerge:mkvtoolnix gifsicle:gifsicle pnmtopng:netpbm exiftool:libimage-exiftool-perl \
        tiffcp:libtiff-tools; do
        command -v "${pair%:*}" >/dev/null || missing="$missing ${pair#*:}"
    done
fi
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Missing here, and there is no apt-get to install it with:$missing" >&2
    exit 1
fi

if [ "$(id -u)" -eq 0 ]; then
    root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    root="sudo -n"
else
    echo "Missing:$missing. Type this once, then start again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing from Debian:$missing"
$root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $missing
