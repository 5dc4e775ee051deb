#!/usr/bin/env bash
# Pictures and recordings as programs and devices write them, and hostile ones. Needs ffmpeg, imagemagick, libheif-examples,
# libtiff-tools, webp, sox (libsox-fmt-all), opus-tools, vorbis-tools, flac, lame, speex, mkvtoolnix, gifsicle, netpbm,
# libimage-exiftool-perl, zip, 7zip (7z). Writes into the current folder: files, and a line for each in media.tsv:
# file, name it is sent under, category, AVAILABLE or the problem, the rule or "-".
media() {
    : >media.tsv
    everyday_pictures
    everyday_recordings
    hostile_media
}

# passes FILE CATEGORY [NAME]
passes() {
    if [ -s "$1" ]; then printf '%s\t%s\t%s\tAVAILABLE\t-\n' "$1" "${3:-$1}" "$2" >>media.tsv; else echo "not made: $1" >&2; fi
}

# refused FILE CATEGORY PROBLEM RULE [NAME]
refused() {
    if [ -s "$1" ]; then printf '%s\t%s\t%s\t%s\t%s\n' "$1" "${5:-$1}" "$2" "$3" "$4" >>media.tsv; else echo "not made: $1" >&2; fi
}

picture() { passes "$1" test-report "${2:-$1}"; }

recording() { passes "$1" exam-recording "${2:-$1}"; }

film() { ffmpeg -nostdin -v error -y -f lavfi -i testsrc2=s=64x48:r=10:d=1 -f lavfi -i sine=d=1 -shortest "$@" </dev/null; }

sound() { ffmpeg -nostdin -v error -y -f lavfi -i sine=d=1 "$@" </dev/null; }

everyday_pictures() {
    for n in $(seq 1 8); do
        size=$((37 * n))x$((23 * n))
        convert-im6 -seed "$n" -size "$size" plasma:fractal "p$n.png"
        picture "p$n.png"
        for q in 30 75 100; do
            convert-im6 "p$n.png" -quality $q "p$n-q$q.jpg"
            picture "p$n-q$q.jpg"
        done
        convert-im6 "p$n.png" -sampling-factor 4:2:0 -interlace JPEG "p$n-progressive.jpg"; picture "p$n-progressive.jpg"
        convert-im6 "p$n.png" -colorspace CMYK "p$n-cmyk.jpg"; picture "p$n-cmyk.jpg"
        convert-im6 "p$n.png" -colorspace Gray "p$n-grey.jpeg"; picture "p$n-grey.jpeg"
        convert-im6 "p$n.png" -interlace PNG -define png:bit-depth=16 "p$n-16.png"; picture "p$n-16.png"
        convert-im6 "p$n.png" -colors 16 "PNG8:p$n-palette.png"; picture "p$n-palette.png"
        for c in None LZW Zip RLE JPEG; do
            convert-im6 "p$n.png" -compress $c "p$n-$c.tif"; picture "p$n-$c.tif"
            convert-im6 "p$n.png" -endian MSB -compress $c "p$n-$c-big.tiff"; picture "p$n-$c-big.tiff"
        done
        for c in Fax Group4; do
            convert-im6 "p$n.png" -monochrome -compress $c "p$n-$c.tif"; picture "p$n-$c.tif"
        done
        tiffcp -8 -c lzw "p$n-None.tif" "p$n-bigtiff.tif"; picture "p$n-bigtiff.tif"
        tiffcp -8 -B -c zip "p$n-None.tif" "p$n-bigtiff-be.tif"; picture "p$n-bigtiff-be.tif"
        tiffcp -t -w 32 -l 32 -c lzw "p$n-None.tif" "p$n-tiles.tif"; picture "p$n-tiles.tif"
        tiffcp -s -r 4 -c packbits "p$n-None.tif" "p$n-strips.tif"; picture "p$n-strips.tif"
        convert-im6 "p$n.png" "BMP2:p$n-2.bmp"; picture "p$n-2.bmp"
        convert-im6 "p$n.png" "BMP3:p$n-3.bmp"; picture "p$n-3.bmp"
        convert-im6 "p$n.png" "p$n-4.bmp"; picture "p$n-4.bmp"
        convert-im6 "p$n.png" -colors 200 -compress RLE "BMP3:p$n-rle.bmp"; picture "p$n-rle.bmp"
        convert-im6 "p$n.png" -monochrome "p$n-mono.bmp"; picture "p$n-mono.bmp"
        ffmpeg -nostdin -v error -y -i "p$n.png" -pix_fmt bgra "p$n-f.bmp"; picture "p$n-f.bmp"
        pngtopnm "p$n.png" 2>/dev/null | ppmtobmp >"p$n-pnm.bmp" 2>/dev/null; picture "p$n-pnm.bmp"
        convert-im6 "p$n.png" "p$n.gif"; picture "p$n.gif"
        convert-im6 "p$n.png" -interlace GIF "GIF87:p$n-87.gif"; picture "p$n-87.gif"
        convert-im6 -delay 10 "p$n.png" "p$n-grey.jpeg" -loop 0 -set comment "28 days, batch $n" "p$n-moving.gif"; picture "p$n-moving.gif"
        gifsicle -O3 "p$n-moving.gif" -o "p$n-sicle.gif" 2>/dev/null; picture "p$n-sicle.gif"
        cwebp -quiet "p$n.png" -o "p$n.webp"; picture "p$n.webp"
        cwebp -quiet -lossless "p$n.png" -o "p$n-lossless.webp"; picture "p$n-lossless.webp"
        cwebp -quiet -metadata all "p$n-q75.jpg" -o "p$n-meta.webp"; picture "p$n-meta.webp"
        gif2webp -quiet "p$n-moving.gif" -o "p$n-moving.webp"; picture "p$n-moving.webp"
        heif-enc "p$n.png" -o "p$n.heic" >/dev/null 2>&1; picture "p$n.heic"; passes "p$n.heic" identity-copy
        heif-enc -L "p$n-q75.jpg" -o "p$n-lossless.heif" >/dev/null 2>&1; picture "p$n-lossless.heif"
    done
    heif-enc p3.png p4.png -o two.heic >/dev/null 2>&1; picture two.heic
    heif-enc -t 64 p8.png -o thumb.hif >/dev/null 2>&1; picture thumb.hif
    convert-im6 p1.png p2.png p3.png -compress LZW pages.tif; picture pages.tif
    convert-im6 p1.png p2.png p3.png -monochrome -compress Group4 fax.tif; picture fax.tif
    ffmpeg -nostdin -v error -y -f lavfi -i testsrc2=s=40x30:r=5:d=1 -f apng -plays 0 moving.png; picture moving.png
    ffmpeg -nostdin -v error -y -f lavfi -i testsrc2=s=40x30:r=5:d=1 moving-f.gif; picture moving-f.gif
    for n in 1 2 3 4; do
        cp "p$n-q75.jpg" "p$n-exif.jpg"
        exiftool -q -overwrite_original -Make=Canon -Model=EOS -ImageDescription='Slump test 3' -GPSLatitude=52.1 -GPSLatitudeRef=N "-ThumbnailImage<=p1-q30.jpg" "p$n-exif.jpg"; picture "p$n-exif.jpg"
        cp "p$n-exif.jpg" "p$n-iptc.jpg"
        exiftool -q -overwrite_original -IPTC:Caption-Abstract='Cube 7' -XMP:Title='Cube 7' -Comment='a comment' "p$n-iptc.jpg"; picture "p$n-iptc.jpg"
        cp "p$n-LZW.tif" "p$n-exif.tif"
        exiftool -q -overwrite_original -Make=Nikon -GPSLatitude=52.1 -GPSLatitudeRef=N -XMP:Title=Core "p$n-exif.tif"; picture "p$n-exif.tif"
        cp "p$n.png" "p$n-text.png"
        exiftool -q -overwrite_original -Title='Core 7' -XMP:Title='Core 7' -Make=Canon "p$n-text.png"; picture "p$n-text.png"
        cp "p$n.webp" "p$n-exif.webp"
        exiftool -q -overwrite_original -Make=Canon "p$n-exif.webp" 2>/dev/null || true; picture "p$n-exif.webp"
        cp "p$n.heic" "p$n-exif.heic"
        exiftool -q -overwrite_original -Make=Apple "p$n-exif.heic" 2>/dev/null || true; picture "p$n-exif.heic"
        { cat "p$n-q75.jpg"; printf '\0\0\0\0\0\0\0\0'; cat p1-q30.jpg; } >"p$n-preview.jpg"; picture "p$n-preview.jpg"
        { cat "p$n-q75.jpg"; printf 'Cube %s, 28 days, north side' "$n"; } >"p$n-caption.jpg"; picture "p$n-caption.jpg"
        { cat "p$n-q75.jpg"; head -c 4096 /dev/zero | tr '\0' '\377'; } >"p$n-padded.jpg"; picture "p$n-padded.jpg"
        { cat "p$n-q75.jpg"; printf 'AXS!*.AFCP'; head -c 600 p2-16.png | tail -c 500; } >"p$n-records.jpg"; picture "p$n-records.jpg"
        { cat "p$n-q75.jpg"; printf 'NikonNX\0'; head -c 3000 p4.webp | tail -c 2500; } >"p$n-nx.jpg"; picture "p$n-nx.jpg"
        { cat "p$n.png"; printf '\0\0\0\0'; } >"p$n-zeros.png"; picture "p$n-zeros.png"
    done
}

everyday_recordings() {
    film -c:v libx264 -c:a aac base.mp4
    for brand in isom iso2 iso4 iso5 iso6 mp41 mp42 avc1 dash f4v MSNV XAVC NDSC M4V 3gp4 'qt  ' 'M4VH' mmp4 CAEP; do
        file=brand-$(echo "$brand" | tr -d ' ').mp4
        ffmpeg -nostdin -v error -y -i base.mp4 -c copy -brand "$brand" "$file" 2>/dev/null; recording "$file"
    done
    for brand in 'M4A ' 'M4B ' isom mp42 3gp4 3gp5 iso2 dash; do
        file=sound-$(echo "$brand" | tr -d ' ').m4a
        sound -c:a aac -f mp4 -brand "$brand" "$file" 2>/dev/null; recording "$file"
    done
    sound -c:a aac ipod.m4a; recording ipod.m4a
    sound -c:a alac alac.m4a; recording alac.m4a
    sound -c:a aac only-sound.mp4; recording only-sound.mp4
    ffmpeg -nostdin -v error -y -i base.mp4 -c copy tv.m4v; recording tv.m4v
    for codec in libx264 mpeg4 mjpeg libx265 prores; do
        film -c:v $codec -c:a aac "film-$codec.mov" 2>/dev/null; recording "film-$codec.mov"
    done
    film -c:v libx264 -c:a pcm_s16le camera.mov; recording camera.mov
    for flags in +faststart frag_keyframe+empty_moov frag_keyframe+empty_moov+default_base_moof dash+frag_keyframe frag_keyframe+separate_moof cmaf+frag_keyframe+empty_moov frag_every_frame+empty_moov global_sidx+frag_keyframe+dash; do
        file=flags-$(echo "$flags" | tr -d +_).mp4
        film -c:v libx264 -c:a aac -movflags "$flags" "$file" 2>/dev/null; recording "$file"
    done
    film -c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov -f mp4 pipe: >from-pipe.mp4; recording from-pipe.mp4
    film -c:v mpeg4 -c:a aac -f mov -movflags +faststart fast.mov; recording fast.mov
    tail -c +21 fast.mov >no-ftyp.mov; recording no-ftyp.mov
    { cat base.mp4; head -c 512 /dev/zero; } >padded.mp4; recording padded.mp4
    film -s 176x144 -c:v h263 -c:a aac phone.3gp 2>/dev/null; recording phone.3gp
    film -s 176x144 -c:v mpeg4 -c:a aac phone4.3gp; recording phone4.3gp
    film -s 176x144 -c:v libx264 -c:a aac -f 3g2 phone.3g2; recording phone.3g2
    sound -ar 8000 -c:a aac voice.3gp; recording voice.3gp
    for v in libvpx libvpx-vp9; do
        for a in libvorbis libopus; do
            film -c:v $v -c:a $a "web-$v-$a.webm"; recording "web-$v-$a.webm"
            film -c:v $v -c:a $a -live 1 -f webm pipe: >"live-$v-$a.webm"; recording "live-$v-$a.webm"
            film -c:v $v -c:a $a -f webm pipe: >"pipe-$v-$a.webm"; recording "pipe-$v-$a.webm"
        done
    done
    sound -c:a libopus voice.webm; recording voice.webm
    size=$(stat -c %s live-libvpx-libvorbis.webm); head -c $((size - 300)) live-libvpx-libvorbis.webm >cut-live.webm; recording cut-live.webm
    cat live-libvpx-libvorbis.webm live-libvpx-libvorbis.webm >twice.webm; recording twice.webm
    for v in libx264 mpeg4 libvpx libtheora mjpeg; do
        film -c:v $v -c:a aac "film-$v.mkv"; recording "film-$v.mkv"
        mkvmerge -q -o "merged-$v.mkv" "film-$v.mkv"; recording "merged-$v.mkv"
    done
    mkvmerge -q --engage no_simpleblocks -o blocks.mkv base.mp4; recording blocks.mkv
    mkvmerge -q --disable-lacing --no-cues -o no-cues.mkv base.mp4; recording no-cues.mkv
    mkvmerge -q --webm -o merged.webm web-libvpx-libvorbis.webm; recording merged.webm
    mkvmerge -q --clusters-in-meta-seek --title Exam -o meta.mkv base.mp4; recording meta.mkv
    mkvmerge -q --attach-file p1-q75.jpg -o cover.mkv base.mp4; recording cover.mkv
    sound -f matroska -c:a flac voice.mkv; recording voice.mkv
    for rate in 8000 16000 22050 32000 44100 48000; do
        sound -ar $rate -c:a libmp3lame -b:a 64k "rate-$rate.mp3"; recording "rate-$rate.mp3"
        sound -ar $rate -c:a libmp3lame -q:a 4 -write_xing 1 "vbr-$rate.mp3"; recording "vbr-$rate.mp3"
        sound -ar $rate "rate-$rate.wav"; recording "rate-$rate.wav"
        sox -n -r $rate -b 16 "sox-$rate.wav" synth 1 sine 440; recording "sox-$rate.wav"
    done
    for bits in 32k 128k 320k; do
        sound -ac 2 -c:a libmp3lame -b:a $bits -id3v2_version 3 -metadata title='Exam 7' "cbr-$bits.mp3"; recording "cbr-$bits.mp3"
        sound -ac 2 -c:a libmp3lame -b:a $bits -id3v2_version 4 -write_id3v1 1 -metadata title='Exam 7' "tag-$bits.mp3"; recording "tag-$bits.mp3"
        sound -ac 2 -c:a libmp3lame -b:a $bits -id3v2_version 0 -write_xing 0 -write_apetag 1 "bare-$bits.mp3" 2>/dev/null || sound -ac 2 -c:a libmp3lame -b:a $bits -id3v2_version 0 -write_xing 0 "bare-$bits.mp3"
        recording "bare-$bits.mp3"
    done
    lame --quiet --freeformat -b 400 sox-44100.wav free.mp3 2>/dev/null; recording free.mp3
    lame --quiet --id3v2-only --tt Exam --ti p1-q75.jpg sox-44100.wav cover.mp3 2>/dev/null; recording cover.mp3
    lame --quiet -V2 sox-48000.wav v2.mp3 2>/dev/null; recording v2.mp3
    { head -c 700 /dev/zero; cat bare-128k.mp3; } >zeros-first.mp3; recording zeros-first.mp3
    size=$(stat -c %s bare-128k.mp3); head -c $((size - 100)) bare-128k.mp3 >cut.mp3; recording cut.mp3
    for codec in pcm_u8 pcm_s16le pcm_s24le pcm_s32le pcm_f32le pcm_alaw pcm_mulaw adpcm_ima_wav adpcm_ms; do
        sound -c:a $codec "codec-$codec.wav"; recording "codec-$codec.wav"
        sound -c:a $codec -ac 2 -metadata title=Exam "titled-$codec.wav"; recording "titled-$codec.wav"
        sound -c:a $codec -f wav pipe: >"pipe-$codec.wav"; recording "pipe-$codec.wav"
        sound -c:a $codec -f wav -rf64 always "rf64-$codec.wav"; recording "rf64-$codec.wav"
    done
    sound -write_bext 1 -metadata description=Exam bext.wav; recording bext.wav
    sound -ac 6 surround.wav; recording surround.wav
    sox -n -r 8000 -c 1 -b 8 odd.wav synth 101s sine 440; recording odd.wav
    sox -n -t wav -r 8000 - synth 1 sine 440 2>/dev/null >sox-pipe.wav; recording sox-pipe.wav
    sox -n -r 8000 gsm.wav synth 1 sine 440 2>/dev/null; sox sox-8000.wav -e gsm-full-rate gsm.wav 2>/dev/null; recording gsm.wav
    for codec in libvorbis libopus flac libspeex; do
        sound -ar 16000 -c:a $codec "voice-$codec.ogg"; recording "voice-$codec.ogg"
        sound -ar 16000 -c:a $codec -metadata title=Exam "voice-$codec.oga"; recording "voice-$codec.oga"
        size=$(stat -c %s "voice-$codec.ogg"); head -c $((size - 20)) "voice-$codec.ogg" >"cut-$codec.ogg"; recording "cut-$codec.ogg"
    done
    cat voice-libvorbis.ogg voice-libvorbis.ogg >chained.ogg; recording chained.ogg
    oggenc -Q sox-44100.wav -o enc.ogg; recording enc.ogg
    opusenc --quiet sox-48000.wav enc.opus; recording enc.opus
    opusenc --quiet --title Exam --picture p1-q75.jpg sox-48000.wav cover.opus; recording cover.opus
    for rate in 8000 16000 48000; do sound -ar $rate -c:a libopus "voice-$rate.opus"; recording "voice-$rate.opus"; done
    flac -s --ogg sox-44100.wav -o flac.oga; recording flac.oga
    speexenc --quiet sox-16000.wav enc-speex.ogg 2>/dev/null; recording enc-speex.ogg
}

hostile_media() {
    printf 'batch,day\n7,28\n' >inner.csv
    rm -f inner.zip inner.7z
    zip -q inner.zip inner.csv
    7z a -bd inner.7z inner.csv >/dev/null
    printf '%%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%%%EOF\n' >inner.pdf
    printf '<script>alert(1)</script>' >inner.html
    printf 'Rar!\032\007\001\000 what follows is packed' >inner.rar
    cp /bin/true inner.elf
    for kind in zip 7z pdf html rar elf; do
        cat p2-q75.jpg inner.$kind >"jpg-$kind.jpg"
        cat p2.png inner.$kind >"png-$kind.png"
        cat p2.gif inner.$kind >"gif-$kind.gif"
        cat p2.webp inner.$kind >"webp-$kind.webp"
        cat p2-3.bmp inner.$kind >"bmp-$kind.bmp"
        cat sox-8000.wav inner.$kind >"wav-$kind.wav"
        cat base.mp4 inner.$kind >"mp4-$kind.mp4"
        cat web-libvpx-libvorbis.webm inner.$kind >"webm-$kind.webm"
        cat live-libvpx-libvorbis.webm inner.$kind >"live-$kind.webm"
        cat voice-libvorbis.ogg inner.$kind >"ogg-$kind.ogg"
        for file in jpg-$kind.jpg png-$kind.png gif-$kind.gif webp-$kind.webp bmp-$kind.bmp; do
            refused "$file" test-report type-mismatch trailing-data
        done
        for file in wav-$kind.wav mp4-$kind.mp4 webm-$kind.webm live-$kind.webm ogg-$kind.ogg; do
            refused "$file" exam-recording type-mismatch trailing-data
        done
    done
    cat p2-LZW.tif inner.zip >tif-zip.tif; refused tif-zip.tif test-report type-mismatch two-formats
    cat p2.heic inner.zip >heic-zip.heic; refused heic-zip.heic test-report type-mismatch trailing-data
    cat bare-128k.mp3 inner.zip >mp3-zip.mp3; refused mp3-zip.mp3 exam-recording type-mismatch two-formats
    for pair in p2-q75.jpg:jpg p2.png:png p2.webp:webp p2-3.bmp:bmp p2.heic:heic p2-LZW.tif:tif p2.gif:gif; do
        file=${pair%:*}
        size=$(stat -c %s "$file")
        head -c $((size * 2 / 3)) "$file" >"cut.${pair#*:}"; refused "cut.${pair#*:}" test-report unreadable-content damaged
    done
    for pair in base.mp4:mp4 camera.mov:mov sox-8000.wav:wav web-libvpx-libvorbis.webm:webm; do
        file=${pair%:*}
        size=$(stat -c %s "$file")
        head -c $((size * 2 / 3)) "$file" >"cut-short.${pair#*:}"; refused "cut-short.${pair#*:}" exam-recording unreadable-content damaged
    done
    for pair in p2.heic:jpg p2.png:jpg p2.webp:png p2.gif:bmp p2-3.bmp:gif p2-q75.jpg:heic p2.heic:png p2-LZW.tif:webp; do
        refused "${pair%:*}" test-report type-mismatch extension "photo.${pair#*:}"
    done
    for pair in base.mp4:webm base.mp4:m4a sox-8000.wav:mp3 bare-128k.mp3:wav voice-libvorbis.ogg:mp3 film-mpeg4.mkv:webm; do
        refused "${pair%:*}" exam-recording type-mismatch extension "room.${pair#*:}"
    done
    refused p2.webp identity-copy type-not-allowed type-not-taken
    refused p2.gif identity-copy type-not-allowed type-not-taken
    refused p2-3.bmp identity-copy type-not-allowed type-not-taken
    ffmpeg -nostdin -v error -y -i p8.png -vf scale=64:48 -frames:v 1 -c:v libaom-av1 -still-picture 1 p2.avif 2>/dev/null || true
    if [ -s p2.avif ]; then refused p2.avif test-report type-not-allowed type-not-taken; fi
    refused base.mp4 test-report type-not-allowed type-not-taken
    refused p2.png exam-recording type-not-allowed type-not-taken
    film -c:v libtheora -c:a libvorbis film.ogg; refused film.ogg exam-recording type-not-allowed type-not-taken
    film room.avi; refused room.avi exam-recording type-not-allowed type-not-taken
    { printf 'GIF89a/*'; tail -c +9 p2.gif; printf '*/=1;alert(1)'; } >script.gif; refused script.gif test-report type-mismatch trailing-data
    convert-im6 p2.png -set comment '<script>alert(1)</script>' comment.gif; refused comment.gif test-report type-mismatch two-formats
    cp p2-q75.jpg comment.jpg; exiftool -q -overwrite_original -Comment='<script>alert(1)</script>' comment.jpg; refused comment.jpg test-report type-mismatch two-formats
    cp p2-q75.jpg comment-pdf.jpg; exiftool -q -overwrite_original -Comment='%PDF-1.4' comment-pdf.jpg; refused comment-pdf.jpg test-report type-mismatch two-formats
    mkvmerge -q --attach-file inner.elf --attachment-name tool.exe --attachment-mime-type application/octet-stream --attach-file /bin/true -o program.mkv base.mp4; refused program.mkv exam-recording active-content attached-program
    mkvmerge -q --attachment-mime-type text/html --attach-file inner.html -o page.mkv base.mp4; refused page.mkv exam-recording active-content attached-program
}

set -euo pipefail
mkdir -p "$1"
cd "$1"
media >&2
awk -v folder="$(pwd)" 'BEGIN { OFS = FS = "\t" } { $1 = folder "/" $1; print }' media.tsv
