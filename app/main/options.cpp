// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/options.h"

#include "app/main/link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kMostTracks = 1'000'000;

util::Error usage(const QString& sentence)
{
    return { util::Error::Code::InvalidInput, sentence, {}, 0, {} };
}

void addOptions(QCommandLineParser& parser)
{
    const auto text
        = [](const char* what) { return QCoreApplication::translate("app::Options", what); };
    parser.addOptions({
        { u"demo"_s,
            text(QT_TRANSLATE_NOOP("app::Options",
                "Try the program without a server: an invented "
                "library in a profile of its own")) },
        { u"demo-tracks"_s, text(QT_TRANSLATE_NOOP("app::Options", "Tracks of that library")),
            u"N"_s },
        { u"demo-seed"_s, text(QT_TRANSLATE_NOOP("app::Options", "Another invention")), u"S"_s },
        { u"demo-music"_s,
            text(QT_TRANSLATE_NOOP("app::Options", "A folder of real music files instead")),
            u"DIR"_s },
        { u"tour"_s,
            text(QT_TRANSLATE_NOOP("app::Options", "Save a picture of every page there, and end")),
            u"DIR"_s },
        { u"theme"_s, text(QT_TRANSLATE_NOOP("app::Options", "light or dark")), u"THEME"_s },
        { u"size"_s, text(QT_TRANSLATE_NOOP("app::Options", "Size of the tour's window, 1280x800")),
            u"WxH"_s },
        { u"text"_s,
            text(QT_TRANSLATE_NOOP("app::Options", "Text size of the tour in percent, 100 to 200")),
            u"PERCENT"_s },
        { u"language"_s,
            text(QT_TRANSLATE_NOOP("app::Options", "Language of this run: en, de or pseudo")),
            u"LANGUAGE"_s },
        { u"in-tray"_s,
            text(QT_TRANSLATE_NOOP(
                "app::Options", "Start without the window, as when you log in")) },
        { u"data-dir"_s,
            text(QT_TRANSLATE_NOOP("app::Options", "Keep everything below this folder")),
            u"DIR"_s },
    });
}

util::Result<int> number(const QCommandLineParser& parser, const QString& name, int most)
{
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    if (!ok || value < 0 || value > most) {
        return usage(
            QCoreApplication::translate("app::Options", "--%1 takes a number from 0 to %2.")
                .arg(name)
                .arg(most));
    }
    return value;
}

util::Result<void> readDemo(const QCommandLineParser& parser, Options& options)
{
    // Whoever says what the demo is to be wants the demo, not the profile of every day.
    options.isDemo = parser.isSet(u"demo"_s) || parser.isSet(u"demo-tracks"_s)
        || parser.isSet(u"demo-seed"_s) || parser.isSet(u"demo-music"_s);
    if (parser.isSet(u"demo-tracks"_s)) {
        const auto tracks = number(parser, u"demo-tracks"_s, kMostTracks);
        if (!tracks) {
            return tracks.error();
        }
        options.demo.tracks = *tracks;
    }
    if (parser.isSet(u"demo-seed"_s)) {
        const auto seed = number(parser, u"demo-seed"_s, std::numeric_limits<int>::max());
        if (!seed) {
            return seed.error();
        }
        options.demo.seed = static_cast<quint32>(*seed);
    }
    if (parser.isSet(u"demo-music"_s)) {
        options.demo.musicDir = parser.value(u"demo-music"_s);
        if (!QFileInfo(options.demo.musicDir).isDir()) {
            return usage(QCoreApplication::translate(
                "app::Options", "--demo-music needs a folder that exists."));
        }
    }
    return {};
}

util::Result<void> readTour(const QCommandLineParser& parser, Options& options)
{
    options.tourFolder = parser.value(u"tour"_s);
    for (const QString& name : { u"size"_s, u"text"_s }) {
        if (parser.isSet(name) && options.tourFolder.isEmpty()) {
            return usage(QCoreApplication::translate("app::Options",
                "--%1 is for the pictures of --tour; in the window, the text size "
                "is chosen under Settings.")
                             .arg(name));
        }
    }
    if (parser.isSet(u"size"_s)) {
        const QStringList sides = parser.value(u"size"_s).split(u'x');
        const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
        if (sides.size() != 2 || size.width() < 640 || size.height() < 480 || size.width() > 7680
            || size.height() > 4320) {
            return usage(QCoreApplication::translate(
                "app::Options", "--size takes width and height as in 1280x800."));
        }
        options.size = size;
    }
    if (parser.isSet(u"theme"_s)) {
        const QString name = parser.value(u"theme"_s);
        if (name != "light"_L1 && name != "dark"_L1) {
            return usage(
                QCoreApplication::translate("app::Options", "--theme takes light or dark."));
        }
        options.theme = name == "dark"_L1 ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light;
    }
    if (parser.isSet(u"text"_s)) {
        const auto percent = number(parser, u"text"_s, 200);
        if (!percent || *percent < 100) {
            return usage(QCoreApplication::translate(
                "app::Options", "--text takes a number from 100 to 200."));
        }
        options.textPercent = *percent;
    }
    return {};
}

util::Result<void> readLanguage(const QCommandLineParser& parser, Options& options)
{
    static const QStringList known { u"en"_s, u"de"_s, u"pseudo"_s };
    options.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && !known.contains(options.language)) {
        return usage(
            QCoreApplication::translate("app::Options", "--language takes en, de or pseudo."));
    }
    return {};
}

} // namespace

util::Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments)) {
        return usage(parser.errorText());
    }
    Options options;
    for (const QString& word : parser.positionalArguments()) {
        if (looksLikeLink(word)) {
            options.opens.append(word);
        } else if (QFileInfo::exists(word)) {
            options.opens.append(QFileInfo(word).absoluteFilePath());
        } else {
            return usage(QCoreApplication::translate(
                "app::Options", "“%1” is no option, no file and no link that this program knows.")
                             .arg(word));
        }
    }
    options.showsHelp = parser.isSet(help);
    options.showsVersion = parser.isSet(version);
    options.startsInTray = parser.isSet(u"in-tray"_s);
    options.dataDir = parser.value(u"data-dir"_s);
    if (auto done = readDemo(parser, options); !done) {
        return std::move(done).error();
    }
    if (auto done = readTour(parser, options); !done) {
        return std::move(done).error();
    }
    if (auto done = readLanguage(parser, options); !done) {
        return std::move(done).error();
    }
    if (!options.tourFolder.isEmpty()) {
        options.isDemo = true; // pictures of a real library are nobody's business
    }
    return options;
}

QString optionsHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"LINK"_s,
        QCoreApplication::translate("app::Options",
            "Something to show: plexm8://album/KEY or a page of Plex Web, also in the window that "
            "is open already"),
        u"[LINK …]"_s);
    return parser.helpText();
}

} // namespace app
