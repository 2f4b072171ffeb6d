// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/importing.h"

#include "core/match/librarytracks.h"
#include "core/playlist/filelocations.h"
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"
#include "core/playlist/soundfiles.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace playlist {

using files::Text;

namespace {

constexpr int kAll = 100; // of the progress
constexpr double kContradicts = 0.5; // a title that fits less is another one

/// A row as the matcher takes it. One without a title is looked for by what its path tells, and
/// remembered by where it lies.
match::Row asMatched(const FileRow& file, const QString& folder)
{
    const QStringList paths = pathsOf(file, folder);
    const FileRow told
        = file.title.isEmpty() && !paths.isEmpty() ? guessedFrom(paths.constFirst()) : file;
    match::Row row;
    row.track.title = told.title;
    row.track.artist = told.artist;
    row.track.albumArtist = told.albumArtist;
    row.track.album = told.album;
    row.track.path = paths.value(0);
    row.track.guid = file.guid;
    row.track.duration = file.duration;
    row.track.disc = told.disc;
    row.track.number = told.number;
    if (file.title.isEmpty()) {
        row.id = !paths.isEmpty()      ? paths.constFirst()
            : !file.location.isEmpty() ? file.location
            : !file.guid.isEmpty()     ? file.guid
                                       : file.key.value;
    }
    return row;
}

bool isUndecided(const match::Ruling& ruling)
{
    return ruling.picked.empty() && !ruling.isNone;
}

void removeRejected(const match::Ruling& ruling, std::vector<int>& tracks)
{
    std::erase_if(tracks, [&ruling](int track) {
        return std::ranges::find(ruling.rejected, track) != ruling.rejected.end();
    });
}

/// The tracks with one of these paths: those whose path is the very same, if there are any, else
/// those that differ in case or format.
std::vector<int> tracksAt(const match::Catalogue& catalogue, const QStringList& paths)
{
    for (const QString& path : paths) {
        const std::vector<int> tracks = catalogue.withPath(path);
        std::vector<int> same;
        std::ranges::copy_if(tracks, std::back_inserter(same),
            [&](int track) { return match::plainPath(catalogue.track(track).track.path) == path; });
        if (!tracks.empty()) {
            return same.empty() ? tracks : same;
        }
    }
    return {};
}

} // namespace

/// One run. Shared by its steps, one after the other: they are in the pool, on a reader and here.
struct Importing::Job
{
    FileContent content {};
    QString folder {};
    library::CacheKey cache {};
    std::stop_token stop {};
    util::Promise<ImportReview> promise {};

    std::vector<match::LibraryTrack> tracks {};
    QList<match::Decision> decisions {};
    std::shared_ptr<const match::Catalogue> catalogue {}; // the matcher keeps it meanwhile
    Matched matched {};
    std::vector<match::Ruling> rulings {};
    std::vector<match::Ruling> decided {}; ///< without what the paths and keys add
    std::vector<size_t> contradicted {}; ///< rows whose file or key has another title

    /// Ends the run if @p result is an error. @return whether it is none
    template <class T>
    bool goesOn(const Result<T>& result) const
    {
        if (!result) {
            promise.finish(result.error());
        }
        return result.has_value();
    }

    void findByPathAndKey();
    void noteContradictions();
    void mergeContradicted(std::vector<match::Outcome> others);
};

void Importing::Job::findByPathAndKey()
{
    matched.rows = std::move(content.rows);
    matched.known.assign(matched.rows.size(), RowReason::Texts);
    std::ranges::transform(matched.rows, std::back_inserter(matched.asMatched),
        [this](const FileRow& row) { return asMatched(row, folder); });
    rulings = match::rulingsFor(*catalogue, matched.asMatched, decisions);
    decided = rulings;
    QHash<QString, int> keys;
    for (qsizetype i = 0; i < catalogue->size(); ++i) {
        keys.insert(catalogue->track(i).key.value, int(i));
    }
    for (size_t i = 0; i < matched.rows.size(); ++i) {
        const FileRow& row = matched.rows[i];
        if (!isUndecided(rulings[i])) {
            continue;
        }
        std::vector<int> found = tracksAt(*catalogue, pathsOf(row, folder));
        removeRejected(rulings[i], found);
        matched.known[i] = found.empty() ? RowReason::Texts : RowReason::Path;
        const bool isOfThisServer = !row.server.isValid() || row.server == cache.server;
        if (found.empty() && row.key.isValid() && isOfThisServer && keys.contains(row.key.value)) {
            found = { keys.value(row.key.value) };
            removeRejected(rulings[i], found);
            matched.known[i] = found.empty() ? RowReason::Texts : RowReason::Key;
        }
        rulings[i].picked = std::move(found);
    }
}

void Importing::Job::noteContradictions()
{
    for (size_t i = 0; i < matched.rows.size(); ++i) {
        const FileRow& row = matched.rows[i];
        const match::Outcome& outcome = matched.outcomes[i];
        if (matched.known[i] == RowReason::Texts || row.title.isEmpty()
            || outcome.candidates.empty()) {
            continue;
        }
        // Keys of a server that is not named may be another one's: then all has to fit.
        const match::Score& score = outcome.candidates.front().score;
        const bool isVague = matched.known[i] == RowReason::Key && !row.server.isValid();
        if (score.title < kContradicts || (isVague && score.total < match::kReview)) {
            contradicted.push_back(i);
        }
    }
}

void Importing::Job::mergeContradicted(std::vector<match::Outcome> others)
{
    for (size_t i = 0; i < contradicted.size(); ++i) {
        const size_t row = contradicted[i];
        match::Outcome& outcome = matched.outcomes[row];
        match::Outcome& other = others[i];
        if (matched.known[row] == RowReason::Key && !matched.rows[row].server.isValid()) {
            outcome = std::move(other);
            matched.known[row] = RowReason::Texts;
            continue;
        }
        const int known = outcome.candidates.front().track;
        std::erase_if(other.candidates,
            [known](const match::Candidate& candidate) { return candidate.track == known; });
        outcome.verdict = match::Verdict::Review;
        outcome.basis = match::Basis::Path;
        outcome.chosen.clear();
        outcome.candidates.insert(
            outcome.candidates.end(), other.candidates.begin(), other.candidates.end());
    }
}

Importing::Importing(library::Library& library, db::Database& userFile, QThreadPool& pool,
    const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_userFile(userFile)
    , m_pool(pool)
    , m_clock(clock)
{
}

Future<ImportReview> Importing::review(const QString& path, std::stop_token stop)
{
    return reviewRead(
        [path] { return readFile(path); }, QFileInfo(path).absolutePath(), std::move(stop));
}

Future<ImportReview> Importing::reviewFiles(const QStringList& paths, std::stop_token stop)
{
    const QFileInfo first(paths.value(0));
    if (paths.size() == 1 && !first.isDir() && isPlaylistFile(paths.constFirst())) {
        return review(paths.constFirst(), std::move(stop));
    }
    return reviewRead(
        [paths, stop] { return listSoundFiles(paths, stop); }, first.absolutePath(), stop);
}

Future<ImportReview> Importing::reviewRead(
    std::function<Result<FileContent>()> read, const QString& folder, std::stop_token stop)
{
    const auto job = std::make_shared<Job>();
    job->folder = folder;
    job->cache = m_library.key();
    job->stop = std::move(stop);
    job->promise.progress(0, kAll, Text::tr("Reading the file …"));
    async::handOver(
        async::run(m_pool, std::move(read)), this, [this, job](Result<FileContent> content) {
            if (job->goesOn(content)) {
                job->content = std::move(content).value();
                readLibrary(job);
            }
        });
    return job->promise.future();
}

Future<ImportReview> Importing::reviewRows(
    FileContent content, const QString& folder, std::stop_token stop)
{
    const auto job = std::make_shared<Job>();
    job->content = std::move(content);
    job->folder = folder;
    job->cache = m_library.key();
    job->stop = std::move(stop);
    readLibrary(job);
    return job->promise.future();
}

void Importing::readLibrary(const std::shared_ptr<Job>& job)
{
    job->promise.progress(5, kAll, Text::tr("Reading the library …"));
    const auto read = [](db::Connection& connection, const std::stop_token& stop) {
        return match::readLibraryTracks(connection, stop);
    };
    async::handOver(m_library.readFrom(job->cache, read, job->stop), this,
        [this, job](Result<std::vector<match::LibraryTrack>> tracks) {
            if (job->goesOn(tracks)) {
                job->tracks = std::move(tracks).value();
                readDecisions(job);
            }
        });
}

void Importing::readDecisions(const std::shared_ptr<Job>& job)
{
    const match::Owner owner { job->cache.server, job->cache.user };
    const auto read = [owner](db::Connection& connection, const std::stop_token&) {
        return match::decisions::of(connection, owner, kDecisionSource);
    };
    async::handOver(m_userFile.read(read, job->stop), this,
        [this, job](Result<QList<match::Decision>> decisions) {
            if (job->goesOn(decisions)) {
                job->decisions = std::move(decisions).value();
                makeCatalogue(job);
            }
        });
}

void Importing::makeCatalogue(const std::shared_ptr<Job>& job)
{
    job->promise.progress(20, kAll, Text::tr("Preparing the library …"));
    async::deliver(match::Catalogue::make(m_pool, std::move(job->tracks), job->stop), this,
        [this, job](const Result<std::shared_ptr<const match::Catalogue>>& catalogue) {
            if (job->goesOn(catalogue)) {
                job->catalogue = *catalogue;
                prepare(job);
            }
        });
}

void Importing::prepare(const std::shared_ptr<Job>& job)
{
    job->promise.progress(50, kAll, Text::tr("Finding the tracks …"));
    async::deliver(async::run(m_pool,
                       [job]() -> Result<void> {
                           if (job->stop.stop_requested()) {
                               return Error::cancelled();
                           }
                           job->findByPathAndKey();
                           return {};
                       }),
        this, [this, job](const Result<void>& done) {
            if (job->goesOn(done)) {
                matchAll(job);
            }
        });
}

void Importing::matchAll(const std::shared_ptr<Job>& job)
{
    job->promise.progress(60, kAll, Text::tr("Finding the tracks …"));
    match::Options options;
    options.rulings = job->rulings;
    // Where most paths are the server's own there is nothing to learn, and the rule "they are the
    // same" would hide another one.
    const auto byPath = std::ranges::count(job->matched.known, RowReason::Path);
    options.learnsPaths = 2 * byPath < std::ssize(job->matched.rows);
    async::handOver(match::matchRows(m_pool, job->catalogue, job->matched.asMatched,
                        std::move(options), job->stop),
        this, [this, job](Result<match::Matches> matches) {
            if (job->goesOn(matches)) {
                job->matched.outcomes = std::move(matches->outcomes);
                job->noteContradictions();
                matchContradicted(job);
            }
        });
}

void Importing::matchContradicted(const std::shared_ptr<Job>& job)
{
    if (job->contradicted.empty()) {
        finish(job);
        return;
    }
    std::vector<match::Row> rows;
    match::Options options;
    for (const size_t row : job->contradicted) {
        rows.push_back(job->matched.asMatched[row]);
        options.rulings.push_back(job->decided[row]);
    }
    async::handOver(
        match::matchRows(m_pool, job->catalogue, std::move(rows), std::move(options), job->stop),
        this, [this, job](Result<match::Matches> matches) {
            if (job->goesOn(matches)) {
                job->mergeContradicted(std::move(matches->outcomes));
                finish(job);
            }
        });
}

void Importing::finish(const std::shared_ptr<Job>& job)
{
    job->promise.progress(90, kAll, Text::tr("Finding the tracks …"));
    async::handOver(async::run(m_pool,
                        [job]() -> Result<ImportReview> {
                            ImportReview review
                                = reviewOf(*job->catalogue, std::move(job->matched));
                            review.title = std::move(job->content.title);
                            review.leftOut = std::move(job->content.leftOut);
                            review.leftOutCount = job->content.leftOutCount;
                            job->catalogue.reset(); // hundreds of MB, freed in this thread
                            return review;
                        }),
        this, [job](Result<ImportReview> review) {
            if (job->stop.stop_requested()) {
                job->promise.finish(Error::cancelled());
                return;
            }
            job->promise.finish(std::move(review));
        });
}

Future<match::LibraryTrack> Importing::track(types::ItemId id) const
{
    return m_library.read(
        [id](db::Connection& connection, const std::stop_token&) -> Result<match::LibraryTrack> {
            auto track = match::readLibraryTrack(connection, id);
            if (track && !track->has_value()) {
                return Error { Error::Code::NotFound,
                    Text::tr("This track is no longer in the library."), {}, 0, {} };
            }
            return track ? Result<match::LibraryTrack>(**track)
                         : Result<match::LibraryTrack>(track.error());
        });
}

Future<void> Importing::remember(match::Decision decision)
{
    decision.source = kDecisionSource;
    decision.madeAt = m_clock.epochSeconds();
    const match::Owner owner { m_library.key().server, m_library.key().user };
    return m_userFile.write(
        [owner, decision](db::Connection& connection, db::ChangeSet&) -> Result<void> {
            const auto id = match::decisions::record(connection, owner, decision);
            return id ? Result<void>() : Result<void>(id.error());
        });
}

Future<void> Importing::rememberChoice(const ImportRow& row, const match::LibraryTrack& track)
{
    return remember({ 0, match::DecisionKind::Pick, {}, row.name, match::nameOf(track), 0 });
}

Future<void> Importing::rememberLeftOut(const ImportRow& row)
{
    return remember({ 0, match::DecisionKind::Reject, {}, row.name, {}, 0 });
}

Future<void> Importing::forget(const ImportRow& row)
{
    const match::Owner owner { m_library.key().server, m_library.key().user };
    return m_userFile.write([owner, name = row.name](
                                db::Connection& connection, db::ChangeSet&) -> Result<void> {
        const auto decisions = match::decisions::of(connection, owner, kDecisionSource);
        if (!decisions) {
            return decisions.error();
        }
        for (const match::Decision& decision : *decisions) {
            if (decision.name == name && decision.kind != match::DecisionKind::Always) {
                if (auto done = match::decisions::forget(connection, owner, decision.id); !done) {
                    return done;
                }
            }
        }
        return {};
    });
}

Future<void> Importing::saveMissing(const ImportReview& review, const QString& path) const
{
    return async::run(m_pool, [content = missingRows(review), path] {
        return writeFile(path, content, formatOf(path).value_or(FileFormat::M3u8));
    });
}

} // namespace playlist
