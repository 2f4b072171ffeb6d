#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-music.sh FOLDER: fills FOLDER with 200 really tagged music files, made with ffmpeg from tones,
# and FOLDER/truth.json, which says what each of them holds. The same on every machine with the same
# ffmpeg; done at once when FOLDER is complete.
#
# In truth.json a tag that the file lacks is "" or null. durationSamples are samples at sampleRate,
# as they went into the encoder; a decoder that honours the file's delay and padding gives as many
# (the ffmpeg program itself does not trim the end of M4A; the last packet's duration says where).
# Without ffmpeg it ends with 77, which CTest takes for skipped, or with 1 if PLEXM8_REQUIRE_TOOLS=1.
# A gaplessGroup names files cut from one sweep, to be joined in order of track.
set -euo pipefail

readonly version=7
readonly sep=$'\x1f'

cover_of() { printf '%s/covers/%s.jpg' "$work" "$1"; }

# The cover as the base64 picture block that Ogg comments carry.
picture_block() {
    local size
    size=$(stat -c %s "$1")
    {
        printf '\x00\x00\x00\x03\x00\x00\x00\x0aimage/jpeg\x00\x00\x00\x00'
        printf '\x00\x00\x01\x90\x00\x00\x01\x90\x00\x00\x00\x18\x00\x00\x00\x00'
        printf '%b' "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $((size >> 24 & 255)) $((size >> 16 & 255)) \
            $((size >> 8 & 255)) $((size & 255)))"
        cat "$1"
    } | base64 -w0
}

# Encodes one file; $1 holds the fields that plan() wrote.
encode() {
    local path format rate channels samples start tone cover title artist album_artist album disc
    local discs track tracks year genre compilation rating
    IFS=$sep read -r path format rate channels samples start tone cover title artist album_artist \
        album disc discs track tracks year genre compilation rating <<<"$1"
    local sound="sine=frequency=$tone:beep_factor=3:sample_rate=$rate"
    if [ "$tone" = sweep ]; then
        sound="aevalsrc='0.4*sin(2*PI*(110*t+40*t*t))|0.4*sin(2*PI*(220*t+30*t*t))':s=$rate"
    fi
    sound+=",atrim=start_sample=$start:end_sample=$((start + samples)),asetpts=PTS-STARTPTS"
    local arguments=(-f lavfi -i "$sound") tags=() codec=() number=$track part=$disc
    case "$format" in
        flac) codec=(-c:a flac) ;;
        flac24) codec=(-c:a flac -sample_fmt s32 -bits_per_raw_sample 24) ;;
        mp3) codec=(-c:a libmp3lame -b:a 128k -id3v2_version 4) ;;
        # The edit list counts in the movie's own time scale; at the default 1000 it ends early.
        m4a) codec=(-c:a aac -b:a 128k -movie_timescale "$rate" -f ipod) ;;
        opus) codec=(-c:a libopus -b:a 64k) ;;
        ogg) codec=(-c:a libvorbis -q:a 3) ;;
    esac
    if [ "$format" = mp3 ] || [ "$format" = m4a ]; then
        [ -z "$track" ] || number="$track/$tracks"
        [ -z "$disc" ] || part="$disc/$discs"
    fi
    # What a player finds first in a file differs: half of the M4A files have their index in front.
    [ "$format" = m4a ] && [ $((samples % 2)) -eq 0 ] && codec+=(-movflags +faststart)
    tag() { [ -z "$2" ] || tags+=(-metadata "$1=$2"); }
    tag title "$title"
    tag artist "$artist"
    tag album_artist "$album_artist"
    tag album "$album"
    tag disc "$part"
    tag track "$number"
    tag date "$year"
    tag genre "$genre"
    [ "$compilation" != true ] || tag compilation 1
    tag FMPS_RATING "$rating"
    if [ -n "$cover" ]; then
        case "$format" in
            opus | ogg) tag METADATA_BLOCK_PICTURE "$(picture_block "$(cover_of "$cover")")" ;;
            *) arguments+=(-i "$(cover_of "$cover")" -map 0:a -map 1:v -c:v copy
                -disposition:v attached_pic) ;;
        esac
    fi
    mkdir -p "$(dirname "$folder/$path")"
    # An argument must fit in 128 KiB; the pictures here are about 10.
    ffmpeg -nostdin -hide_banner -loglevel error -y "${arguments[@]}" -map_metadata -1 \
        -fflags +bitexact -flags:a +bitexact "${codec[@]}" -ac "$channels" -threads 1 \
        "${tags[@]}" "$folder/$path"
    if [ "$format" = mp3 ] && [ "$compilation" = true ]; then
        # ffmpeg writes a text of the user's own named TCMP; players write and read the frame of that name.
        LC_ALL=C sed -i 's/TXXX\x00\x00\x00\x08\x00\x00\x03TCMP\x001\x00/TCMP\x00\x00\x00\x08\x00\x00\x031\x00\x00\x00\x00\x00\x00/' \
            "$folder/$path"
    fi
}

json() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}
number() { [ -n "$1" ] && printf '%s' "$1" || printf null; }

count=0
# add FORMAT RATE CHANNELS SAMPLES START TONE COVER TITLE ARTIST ALBUM_ARTIST ALBUM DISC DISCS TRACK TRACKS YEAR
#     GENRE COMPILATION RATING PATH [GROUP]
add() {
    local format=$1 path=${20} group=${21:-}
    local extension=${format%24}
    path+=".$extension"
    local IFS=$sep
    printf '%s\0' "$path$sep${*:1:19}" >>"$work/jobs"
    IFS=' '
    [ "$count" -eq 0 ] || printf ',\n' >>"$work/truth.json"
    {
        printf '  {"path": %s, "format": "%s", "sampleRate": %s, "channels": %s, "durationSamples": %s, ' \
            "$(json "$path")" "$extension" "$2" "$3" "$4"
        printf '"title": %s, "artist": %s, "albumArtist": %s, "album": %s, ' \
            "$(json "$8")" "$(json "$9")" "$(json "${10}")" "$(json "${11}")"
        printf '"disc": %s, "track": %s, "year": %s, "genre": %s, "compilation": %s, ' \
            "$(number "${12}")" "$(number "${14}")" "$(number "${16}")" "$(json "${17}")" "${18}"
        printf '"fmpsRating": %s, "hasCover": %s, "gaplessGroup": %s}' "$(number "${19}")" \
            "$([ -n "$7" ] && echo true || echo false)" "$(json "$group")"
    } >>"$work/truth.json"
    count=$((count + 1))
}

# samples_for FORMAT RATE: 5 to 15 s, ending inside a frame. Lengths whose last MP3 frame would be all
# but empty are avoided: ffmpeg gives up to 40 samples too many for them.
samples_for() {
    local samples=$(($2 * (50 + count * 37 % 100) / 10 + count * 61 % 997))
    [ "$1" != mp3 ] || [ $((samples % 1152)) -ge 64 ] || samples=$((samples + 64))
    echo "$samples"
}
tone_for() { echo $((110 + count * 53 % 880)); }
file_name() { local name=${1//\//_}; echo "${name:0:60}"; }

# album FORMAT ALBUM_ARTIST ALBUM YEAR GENRE COVER DISCS TRACKS_PER_DISC COMPILATION TITLES…
# A title may be "artist::title" where the track's artist is another.
album() {
    local format=$1 album_artist=$2 album=$3 year=$4 genre=$5 cover=$6 discs=$7 tracks=$8 compilation=$9
    shift 9
    local titles=("$@") disc track title artist rate=44100 rating at=0
    [ "$format" != opus ] || rate=48000
    for ((disc = 1; disc <= discs; ++disc)); do
        for ((track = 1; track <= tracks; ++track)); do
            title=${titles[at % ${#titles[@]}]}
            [ "$at" -lt "${#titles[@]}" ] || title+=" $((at / ${#titles[@]} + 1))"
            artist=$album_artist
            if [[ $title == *::* ]]; then
                artist=${title%%::*}
                title=${title#*::}
            fi
            rating=
            case "$format" in flac | ogg | opus) [ $((count % 5)) -ne 0 ] || rating=0.$((count / 5 % 9 + 1)) ;; esac
            add "$format" "$rate" 2 "$(samples_for "$format" "$rate")" 0 "$(tone_for)" "$cover" "$title" "$artist" \
                "$album_artist" "$album" "$disc" "$discs" "$track" "$tracks" "$year" "$genre" "$compilation" "$rating" \
                "$(file_name "$album_artist")/$(file_name "$album")/$(printf '%d-%02d' "$disc" "$track") $(file_name "$title")"
            at=$((at + 1))
        done
    done
}

# The whole collection, 200 files.
plan() {
    album flac "Åse Ødegård" "Nordlys på Røst" 2014 "Folk" ase 1 12 false \
        "Ølstykke i regn" "Smørøya" "Ångermanland" "L'été à Gênes" "Señal de niebla" "Čas na cestě" \
        "Żółta łódź" "Straße ohne Ende" "Às vezes" "Çiçek" "Œuvre naïve" "Þingvellir"
    album mp3 "Ночной Трамвай" "Тихий берег" 2009 "Шугейз" tram 1 10 false \
        "Тихий берег" "Зимний поезд" "Огни на реке" "Белая ночь" "Ещё один день" "Ночной Трамвай и Вера::Ёлка" \
        "Дом у дороги" "Первый снег" "Письмо" "Конец связи"
    album m4a "Μαρία Κύμα" "Μικρό φως" 2018 "Έντεχνο" "" 1 9 false \
        "Θάλασσα" "Μικρό φως" "Ο δρόμος" "Άνεμος" "Το σπίτι" "Νύχτα στην Ύδρα" "Ήλιος" "Βροχή" "Αντίο"
    album opus "青い電車" "夜の電車" 2021 "J-Pop" densha 1 12 false \
        "夜の電車" "雨のあと" "さくら坂" "カセットテープ" "遠い海" "星を数えて" "東京の朝" "ひとりごと" "ﾊﾛｰ" \
        "青い電車 feat. 小林ゆき::約束" "ガラスの街" "おやすみ"
    album ogg "느린 우주" "겨울 바다" 2020 "인디" uju 1 9 false \
        "겨울 바다" "느린 아침" "별빛" "지하철" "안녕" "비 오는 날" "창문" "오래된 편지" "끝"
    album mp3 "نور البحر" "طريق طويل" 2016 "عربي" "" 1 8 false \
        "ليل هادئ" "طريق طويل" "ضوء" "مدينة بعيدة" "مطر" "صباح الخير" "قمر" "وداع"
    album flac "ดาวเหนือ" "ทางกลับบ้าน" 2022 "ลูกทุ่ง" "" 1 8 false \
        "ฝนตก" "ทางกลับบ้าน" "ทะเล" "แสงดาว" "คืนนี้" "สายลม" "บ้านเก่า" "ลาก่อน"
    album opus "🎧 & The Batteries" "Charge! ⚡" 2023 "Electropop" battery 1 8 false \
        "🎧 Night Shift" "Rain ☔ City" "🚲" "Love 💔 Repair" "👩‍🚀 Orbit" "🇮🇸 Ice" "1️⃣ Percent" "Sleep 😴"
    album flac "The Paper Lanterns" "Harbour Songs" 1998 "Indie Rock" harbour 2 10 false \
        "Harbour" "Slow Ferry" "The Paper Lanterns feat. Iris Vane::Tin Roof" "Low Tide" "Salt" "Anchor" \
        "Gull" "Fog Signal" "Breakwater" "Home Port"
    album mp3 "The Paper Lanterns" "Second Light" 2003 "Indie Rock" "" 1 12 false \
        "Second Light" "A Quiet Engine" "Copper" "Ladder" "The Long Way" "Window Seat" "Orchard" "Static" \
        "Paper Boats" "An Hour Late" "Lantern" "Out"
    album mp3 "Various Artists" "Sunday Sampler" 2011 "Compilation" sampler 1 16 true \
        "Åse Ødegård::Vinter" "青い電車::日曜日" "Ночной Трамвай::Воскресенье" "The Paper Lanterns::Sunday" \
        "Iris Vane::Glass" "느린 우주::일요일" "Μαρία Κύμα::Κυριακή" "DJ Ångström::Ohm's Law" \
        "Blå Timen::Kveld" "Los Faros::Domingo" "Café Méridien::Dimanche" "نور البحر::الأحد" \
        "ดาวเหนือ::วันอาทิตย์" "🎧 & The Batteries::Low Power" "Hollow Atlas::Map" "Iris Vane::Glass (Reprise)"
    album m4a "Various Artists" "World on a String" 2015 "World" "" 1 14 true \
        "Los Faros::Luz" "Blå Timen::Strand" "Café Méridien::Quai" "DJ Ångström::Volt" "Hollow Atlas::Coast" \
        "Iris Vane::Kite" "Los Faros::Arena" "Åse Ødegård::Fjord" "青い電車::線路" "느린 우주::궤도" \
        "Ночной Трамвай::Рельсы" "Μαρία Κύμα::Νησί" "The Paper Lanterns::Pier" "Blå Timen::Natt"
    album ogg "Various Artists" "Unmarked Mixtape" 1994 "Mixtape" "" 1 10 false \
        "Hollow Atlas::Side A" "Iris Vane::Tape Hiss" "Los Faros::Cinta" "Blå Timen::Bånd" "DJ Ångström::Loop" \
        "Café Méridien::Bande" "Hollow Atlas::Flip" "Iris Vane::Leader" "Los Faros::Pausa" "Hollow Atlas::Side B"
    album m4a "Blå Timen" "Den lange vinteren" 1987 "Jazz" vinter 3 5 false \
        "Første snø" "Is" "Lys" "Frost" "Blå" "Stille" "Skygge" "Ild" "Uvær" "Natt" "Sol" "Tåke" "Vann" "Vår" "Slutt"
    album flac "Hollow Atlas" "Escape \"Sequences\"" 2019 "Math/Rock; & <Noise>" "" 1 8 false \
        "Back\\slash" "Either/Or" "\"Quoted\" & <b>bold</b>" "100 % of %1 and %n" "Semi;colon, comma" \
        "'; DROP TABLE track; --" "…And Then ‘Silence’" \
        "A Very Long Title That Goes On and On Because Somebody Thought It Would Be Funny to See Whether Any Player, Any Column, Any Tool Tip and Any Database Would Stand It When a Title Simply Does Not Want to End, Not Even Here, Nor Here, but Only Now"
    plan_formats
    plan_unsorted
    plan_gapless
}

# One album in many shapes of sound.
plan_formats() {
    local track=0 shape format rate channels
    for shape in flac24:96000:2 flac24:96000:2 flac24:48000:2 flac:48000:2 flac:22050:1 flac:44100:1 \
        mp3:48000:2 mp3:22050:1 m4a:48000:2 ogg:48000:1; do
        IFS=: read -r format rate channels <<<"$shape"
        track=$((track + 1))
        add "$format" "$rate" "$channels" "$(samples_for "$format" "$rate")" 0 "$(tone_for)" formats "$shape" \
            "DJ Ångström" "DJ Ångström" "Formats" 1 1 "$track" 10 2024 "Test" false "" \
            "DJ Ångström/Formats/$(printf '%02d' "$track") ${shape//:/-}"
    done
}

# Files with few tags or none: title, artist and album are there where the name says so.
plan_unsorted() {
    local format at=0 title artist album
    for format in flac mp3 m4a opus ogg flac mp3 m4a opus ogg mp3; do
        local rate=44100
        [ "$format" != opus ] || rate=48000
        title='' artist='' album=''
        case $((at % 4)) in
            1) title="Only a title $at" ;;
            2) title="Without an album $at" artist="Nobody Else" ;;
            3) album="Album without names" ;;
        esac
        add "$format" "$rate" 2 "$(samples_for "$format" "$rate")" 0 "$(tone_for)" "" "$title" "$artist" "" "$album" "" "" \
            "" "" "" "" false "" "Unsorted/file $(printf '%02d' "$at")"
        at=$((at + 1))
    done
}

# One sweep cut at a sample that no frame ends at, in four formats.
plan_gapless() {
    local format rate cut end
    for format in flac mp3 m4a opus; do
        rate=44100 cut=231337 end=441101
        [ "$format" != opus ] || rate=48000 cut=251803 end=480107
        add "$format" "$rate" 2 "$cut" 0 sweep gapless "Sweep, first part" "Hollow Atlas" "Hollow Atlas" \
            "Gapless ${format^^}" 1 1 1 2 2024 "Test" false "" "Hollow Atlas/Gapless ${format^^}/01 Sweep" "$format"
        add "$format" "$rate" 2 "$((end - cut))" "$cut" sweep gapless "Sweep, second part" "Hollow Atlas" \
            "Hollow Atlas" "Gapless ${format^^}" 1 1 2 2 2024 "Test" false "" \
            "Hollow Atlas/Gapless ${format^^}/02 Sweep" "$format"
    done
}

make_covers() {
    local name seed=0
    mkdir -p "$work/covers"
    for name in ase tram densha uju battery harbour sampler vinter formats gapless; do
        seed=$((seed + 1))
        ffmpeg -nostdin -hide_banner -loglevel error -y -f lavfi \
            -i "nullsrc=s=400x400,geq=r='128+127*sin($seed+X/(40+$seed*9))':g='128+127*sin($seed*2+Y/90)':b='128+127*cos($seed*3+(X+Y)/160)'" \
            -frames:v 1 -q:v 5 \
            -fflags +bitexact -flags:v +bitexact "$(cover_of "$name")"
    done
}

if [ "${1:-}" = --encode ]; then
    folder=$MAKE_MUSIC_FOLDER work=$MAKE_MUSIC_WORK
    encode "$2"
    exit
fi

[ $# -eq 1 ] || { echo "usage: make-music.sh FOLDER" >&2; exit 2; }
if ! command -v ffmpeg >/dev/null; then
    echo "make-music.sh: ffmpeg is not installed" >&2
    [ "${PLEXM8_REQUIRE_TOOLS:-0}" = 0 ] || exit 1
    exit 77
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
if [ "$(cat "$folder/.complete" 2>/dev/null)" = "$version" ]; then
    exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MAKE_MUSIC_FOLDER=$folder MAKE_MUSIC_WORK=$work
make_covers
printf '[\n' >"$work/truth.json"
plan
printf '\n]\n' >>"$work/truth.json"
[ "$count" -eq 200 ] || { echo "make-music.sh: planned $count files, not 200" >&2; exit 1; }
xargs -0 -n 1 -P "$(nproc)" "$0" --encode <"$work/jobs"
cp "$work/truth.json" "$folder/truth.json"
printf '%s' "$version" >"$folder/.complete"
