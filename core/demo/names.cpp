// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/names.h"

namespace demo::names {

namespace {

using Words = QList<QByteArray>;

const QByteArray& pick(Draw& draw, const Words& words)
{
    return words.at(draw.below(static_cast<quint32>(words.size())));
}

const Words& adjectives()
{
    static const Words words { "Paper", "Silver", "Quiet", "Hollow", "Distant", "Amber", "Broken",
        "Velvet", "Northern", "Salt", "Glass", "Crooked", "Golden", "Wild", "Little", "Blue",
        "Slow", "Electric", "Borrowed", "Burning", "Frozen", "Second", "Midnight", "Open", "Lost",
        "Early", "Late", "Winter", "Summer", "Hidden", "Iron", "Copper", "Honest", "Restless",
        "Gentle", "Sudden", "Bright", "Faded", "Narrow", "Endless", "Common", "Patient", "Violet",
        "Scarlet", "Ordinary", "Secret", "Simple", "Tender", "Empty", "Familiar" };
    return words;
}

const Words& nouns()
{
    static const Words words { "Tides", "Harbour", "Lights", "Orchard", "Rooms", "Rivers",
        "Mirrors", "Letters", "Engines", "Gardens", "Shadows", "Winters", "Bridges", "Lanterns",
        "Wolves", "Sparrows", "Islands", "Machines", "Windows", "Mountains", "Stations", "Horses",
        "Signals", "Candles", "Ferries", "Rooftops", "Echoes", "Postcards", "Satellites", "Kites",
        "Anchors", "Compass", "Meadow", "Avenue", "Weather", "Morning", "Evening", "Sailor",
        "Stranger", "Daughter", "Brother", "Ghost", "Parade", "Carousel", "Telephone", "Lighthouse",
        "Static", "Gravity", "Thunder", "Feather", "Marble", "Cinder", "Willow", "Ember", "Canyon",
        "Delta", "Prairie", "Harvest", "Chapel", "Cellar", "Attic", "Quarry", "Boulevard",
        "Comet" };
    return words;
}

const Words& verbs()
{
    static const Words words { "Waiting for", "Leaving", "Running from", "Dreaming of", "Counting",
        "Building", "Remember", "Walking with", "Falling into", "Looking for", "Burning", "Carry",
        "Follow", "Forgetting", "Singing to", "Calling", "Crossing", "Learning from" };
    return words;
}

const Words& firstNames()
{
    static const Words words { "Ines", "Mara", "Signe", "Ove", "Tomas", "Lena", "Arlo", "Bea",
        "Caleb", "Dara", "Edith", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Kaya", "Levi", "Mina",
        "Noor", "Oskar", "Petra", "Quinn", "Rosa", "Silas", "Thea", "Uma", "Viktor", "Wanda",
        "Yusuf", "Zoe", "Anselm", "Britta", "Cosmo" };
    return words;
}

const Words& lastNames()
{
    static const Words words { "Vale", "Quill", "Holt", "Lind", "Marsh", "Okafor", "Barrow",
        "Castell", "Dunne", "Ekström", "Farrow", "Grieve", "Hale", "Iversen", "Jansen", "Kestrel",
        "Lowell", "Moreau", "Nakata", "Oduya", "Pryce", "Rask", "Sørensen", "Thorne", "Ueda",
        "Varga", "Whitlock", "Xanthos", "Yilmaz", "Zeller", "Brandt", "Collier" };
    return words;
}

const Words& accented()
{
    static const Words words { "Été", "Nuit", "Forêt", "Rivière", "Åska", "Ødemark", "Frühling",
        "Straße", "Über", "Märchen", "Łąka", "Źródło", "Noć", "Žeravice", "Çiçek", "Gölge",
        "Canción", "Mañana", "Corazón", "São", "Ação", "Þoka", "Ægir", "Kärlek", "Señal", "Cœur",
        "Île", "Brücke", "Nœud", "Příběh", "Růže", "Vágy", "Őszi", "Ünnep", "Smørrebrød", "Ñandú" };
    return words;
}

const Words& cyrillic()
{
    static const Words words { "Ночь", "Река", "Огни", "Город", "Снег", "Дорога", "Тишина", "Море",
        "Ветер", "Письмо", "Окно", "Осень", "Звезда", "Поезд", "Зеркало", "Остров", "Мост", "Лето",
        "Далёкий", "Тихий", "Северный", "Последний", "Світло", "Вечір" };
    return words;
}

const Words& greek()
{
    static const Words words { "Θάλασσα", "Νύχτα", "Φως", "Άνεμος", "Δρόμος", "Σιωπή", "Ουρανός",
        "Βροχή", "Καράβι", "Γράμμα", "Μικρός", "Χρυσό", "Ξένος", "Όνειρο" };
    return words;
}

const Words& japanese()
{
    static const Words words { "夜", "海", "灯り", "風", "手紙", "星", "雨", "夏", "冬の", "遠い",
        "静かな", "さくら", "ひかり", "みち", "カメラ", "ラジオ", "メトロ", "ガラス", "青い",
        "東京" };
    return words;
}

const Words& chinese()
{
    static const Words words { "夜色", "海岸", "灯火", "風聲", "星空", "雨季", "长街", "旧梦",
        "远山", "春天", "白马", "河流", "信", "月光", "城市", "沉默" };
    return words;
}

const Words& korean()
{
    static const Words words { "밤", "바다", "불빛", "바람", "편지", "별", "비", "여름", "겨울",
        "먼", "조용한", "길", "라디오", "유리", "도시", "새벽" };
    return words;
}

const Words& arabic()
{
    static const Words words { "ليل", "بحر", "ضوء", "ريح", "رسالة", "نجمة", "مطر", "صيف", "طريق",
        "مدينة", "صمت", "قمر" };
    return words;
}

const Words& hebrew()
{
    static const Words words { "לילה", "ים", "אור", "רוח", "מכתב", "כוכב", "גשם", "קיץ", "דרך",
        "עיר", "שקט", "ירח" };
    return words;
}

const Words& thai()
{
    static const Words words { "กลางคืน", "ทะเล", "แสง", "ลม", "จดหมาย", "ดาว", "ฝน", "ฤดูร้อน", "ถนน",
        "เมือง", "ความเงียบ", "พระจันทร์", "น้ำ", "ผู้หญิง" };
    return words;
}

/// Single ones, with a selector, with a skin tone, joined ones and a flag.
const Words& emoji()
{
    static const Words words { "🌙", "🔥", "🌊", "❤️", "🎸", "👋🏽", "👩‍🚀",
        "🏳️‍🌈", "🇯🇵", "✨", "🦊", "☂️" };
    return words;
}

const Words& wordsOf(Script script)
{
    switch (script) {
    case Script::Accented:
        return accented();
    case Script::Cyrillic:
        return cyrillic();
    case Script::Greek:
        return greek();
    case Script::Japanese:
        return japanese();
    case Script::Chinese:
        return chinese();
    case Script::Korean:
        return korean();
    case Script::Arabic:
        return arabic();
    case Script::Hebrew:
        return hebrew();
    case Script::Thai:
        return thai();
    case Script::Emoji:
        return emoji();
    case Script::Latin:
        break;
    }
    return nouns();
}

/// One to three words, without spaces where the script has none.
QByteArray phrase(Draw& draw, Script script)
{
    const bool spaced
        = script != Script::Japanese && script != Script::Chinese && script != Script::Thai;
    const Words& words = wordsOf(script);
    QByteArray text = pick(draw, words);
    const quint32 more = draw.below(3);
    for (quint32 i = 0; i < more; ++i) {
        if (spaced) {
            text += ' ';
        }
        text += pick(draw, words);
    }
    return text;
}

QByteArray latinTitle(Draw& draw)
{
    switch (draw.below(12)) {
    case 0:
        return "The " + pick(draw, adjectives()) + ' ' + pick(draw, nouns());
    case 1:
        return pick(draw, verbs()) + ' ' + pick(draw, firstNames());
    case 2:
        return pick(draw, verbs()) + " the " + pick(draw, nouns());
    case 3:
        return pick(draw, nouns()) + " & " + pick(draw, nouns());
    case 4:
        return pick(draw, nouns());
    case 5:
        return pick(draw, adjectives()) + ' ' + pick(draw, nouns()) + " ("
            + pick(draw, adjectives()) + " Version)";
    case 6:
        return pick(draw, nouns()) + " of " + pick(draw, nouns());
    case 7:
        return "Don’t Forget the " + pick(draw, nouns());
    case 8:
        return "No. " + QByteArray::number(draw.below(99) + 1) + ", \"" + pick(draw, nouns()) + '"';
    case 9:
        return pick(draw, firstNames()) + "'s " + pick(draw, nouns());
    default:
        return pick(draw, adjectives()) + ' ' + pick(draw, nouns());
    }
}

} // namespace

Script script(Draw& draw)
{
    if (!draw.chance(13)) {
        return Script::Latin;
    }
    return static_cast<Script>(1 + draw.below(10));
}

QByteArray person(Draw& draw)
{
    return pick(draw, firstNames()) + ' ' + pick(draw, lastNames());
}

QByteArray artist(Draw& draw, Script script)
{
    if (script != Script::Latin) {
        return phrase(draw, script);
    }
    switch (draw.below(8)) {
    case 0:
    case 1:
        return person(draw);
    case 2:
    case 3:
        return "The " + pick(draw, adjectives()) + ' ' + pick(draw, nouns());
    case 4:
        return pick(draw, lastNames()) + " & " + pick(draw, lastNames());
    case 5:
        return person(draw) + " and the " + pick(draw, nouns());
    case 6:
        return pick(draw, nouns()) + '/' + pick(draw, nouns());
    default:
        return pick(draw, adjectives()) + ' ' + pick(draw, nouns());
    }
}

QByteArray title(Draw& draw, Script script)
{
    // Artists of other scripts use Latin titles too, as they do.
    return script == Script::Latin || draw.chance(15) ? latinTitle(draw) : phrase(draw, script);
}

QByteArray oddTitle(Draw& draw)
{
    static const Words words { "<b>Not Bold</b>", "Salt &amp; Ash", "100 %1 of %n %s",
        "\u200fليل\u200e (Live)", "Cafe\u0301 Nocturne", "Ｆｕｌｌ　Ｗｉｄｔｈ",
        "'; DROP TABLE track; --", "…", "A", "!!!", "\"Quoted\" \\ Back", "Zero\u200bWidth",
        QByteArray("A Very Long Name ").repeated(20).trimmed(), "https://example.org/?a=1&b=2" };
    return pick(draw, words);
}

QByteArray titleSort(const QByteArray& title)
{
    for (const char* article : { "The ", "A ", "An " }) {
        if (title.startsWith(article)) {
            return title.mid(static_cast<qsizetype>(qstrlen(article)));
        }
    }
    return {};
}

QByteArray studio(Draw& draw)
{
    static const Words suffixes { " Records", " Room", " Music", " Recordings", " Tapes",
        " Sounds" };
    return pick(draw, nouns()) + pick(draw, suffixes);
}

QByteArray summary(Draw& draw)
{
    static const Words openings { "Recorded in a farmhouse over one winter",
        "A story that begins at sea", "Made with friends who never met",
        "Four people, one microphone", "Written on night trains" };
    static const Words middles { "it moves between quiet rooms and wide open air",
        "it keeps its secrets until the last minute", "it never raises its voice",
        "it sounds older than it is", "it is funnier than it has any right to be" };
    static const Words endings { "Nothing in it is real.",
        "It does not exist outside this library.", "Every name in it is invented." };
    return pick(draw, openings) + ", " + pick(draw, middles) + ". " + pick(draw, endings);
}

const QList<QByteArray>& genres()
{
    static const Words words { "Indie Rock", "Folk", "Jazz", "Electronic", "Ambient", "Hip-Hop",
        "Soul", "R&B", "Classical", "Metal", "Punk", "Pop", "Country", "Blues", "Reggae", "Funk",
        "House", "Techno", "Singer/Songwriter", "Soundtrack", "Post-Rock", "Chanson", "World",
        "Books & Spoken" };
    return words;
}

const QList<QByteArray>& styles()
{
    static const Words words { "Chamber Pop", "Dream Pop", "Shoegaze", "Modal", "Minimal", "Lo-Fi",
        "Neo-Soul", "Krautrock", "Baroque", "Slowcore", "Synthwave", "Bossa Nova", "Drone",
        "Trip-Hop", "Bluegrass", "Dub" };
    return words;
}

const QList<QByteArray>& moods()
{
    static const Words words { "Wistful", "Earnest", "Calm", "Energetic", "Melancholy", "Playful",
        "Warm", "Brooding", "Euphoric", "Intimate", "Nocturnal", "Restless", "Dreamy", "Bitter",
        "Confident", "Gentle" };
    return words;
}

const QList<QByteArray>& countries()
{
    static const Words words { "Ireland", "Norway", "Japan", "Brazil", "Ghana", "Poland", "Canada",
        "Iceland", "Greece", "South Korea", "France", "Turkey", "Ukraine", "Mexico" };
    return words;
}

const QList<QByteArray>& filmGenres()
{
    static const Words words { "Thriller", "Drama", "Comedy", "Science Fiction", "Western",
        "Horror", "Romance", "Documentary", "Animation", "Mystery", "Adventure", "Crime" };
    return words;
}

} // namespace demo::names
