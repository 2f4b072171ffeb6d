// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/capabilities.h"
#include "ui/common/covergrid.h"
#include "ui/common/page.h"
#include "ui/common/ratingmenu.h"

class QToolButton;

namespace ui {

class FilterField;
class JumpBar;

/// One of the things that a grid can be sorted by.
struct SortChoice
{
    const char* key = ""; ///< as it is stored
    QString title {};
    int sort = 0; ///< as the page understands it
    bool startsDescending = false; ///< the newest, best or most first, unless turned round
};

/// A page whose main thing is a long grid of cards: filter, sort menu, letters to jump to, and what
/// is shown while there is nothing.
class GridPage : public Page
{
    Q_OBJECT

public:
    void setDensity(Density density) override;
    void forget() override;
    [[nodiscard]] QWidget* focusTarget() override;
    [[nodiscard]] QByteArray viewState() const override;
    void restoreViewState(const QByteArray& state) override;

    [[nodiscard]] CoverGrid& grid() { return *m_grid; }

protected:
    /// What its widgets are called.
    struct Names
    {
        QString object {}; ///< "albums" makes albumsPage, albumsGrid, albumsFilter …
        QString title {}; ///< also the grid's name
        QString filter {}; ///< what stands in the empty filter field
    };
    /// @param library  outlives the page, as the others do
    GridPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        const Names& names, QWidget* parent);

    /// What is shown where there is nothing without a filter.
    struct Absence
    {
        QString iconName {};
        QString title {};
        QString text {};
        QString action {}; ///< what firstStep() does
        bool needsSync = false; ///< that is to synchronise
    };

    /// To be called when the page is built: what it shows, and the choices, the first of which
    /// is in force until another one is stored.
    void setupGrid(PagedModelBase& model, const QList<SortChoice>& sorts);
    /// Above the grid, also where that is empty.
    void addAbove(QWidget* widget);
    /// What of the library may change what is shown; called while the page can be seen, else all
    /// is read again when it is.
    virtual void follow(const db::ChangeSet& changes) = 0;
    /// Asks for the list anew, and shows it from its beginning.
    void requery();
    [[nodiscard]] QString filterText() const;
    /// SortChoice::sort of what is chosen.
    [[nodiscard]] int sort() const;
    [[nodiscard]] bool isDescending() const { return m_isDescending; }
    void setHeading(const QString& title);

    /// Shows the list of filterText(), sort() and isDescending() in the model.
    virtual void query() = 0;
    /// The letters of the list; none if it is not sorted by a text.
    [[nodiscard]] virtual util::Future<QList<library::JumpMark>> readMarks(std::stop_token stop)
        = 0;
    [[nodiscard]] virtual util::Future<qint64> findRow(
        const QString& text, qint64 from, std::stop_token stop)
        = 0;
    /// "1,234 albums".
    [[nodiscard]] virtual QString countText(int rows) const = 0;
    [[nodiscard]] virtual Absence absence() const = 0;
    [[nodiscard]] virtual QString failureText() const = 0;
    /// Where a card leads.
    [[nodiscard]] virtual Route routeOf(qint64 id) const = 0;
    virtual void fillMenu(QMenu& menu, qint64 id);
    /// For fillMenu(): what can be rated, by digits as well.
    void addRating(QMenu& menu, qint64 id);
    virtual void firstStep();

    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setupHeader(const Names& names);
    void rate(qint64 id, const types::OptionalRating& rating);
    void setupModel(PagedModelBase& model);
    void followLibrary(library::Library& library);
    void fillSortMenu();
    void sortBy(int choice, bool descending);
    void showSort();
    void fitHeader();
    void updateState();
    void listLoaded();
    void showCurrentLetter();

    Capabilities& m_capabilities;
    RatingReader m_readRating;
    QString m_title;
    FilterField* m_filter;
    QToolButton* m_sort;
    QMenu* m_sortMenu;
    CoverGrid* m_grid;
    JumpBar* m_letters;
    QVBoxLayout* m_column;
    StatePage* m_states;
    TypeAhead* m_typeAhead;
    PagedModelBase* m_model = nullptr;
    QList<SortChoice> m_sorts;
    int m_choice = 0;
    bool m_isDescending = false;
    bool m_isAsked = false; ///< a list was asked for
    bool m_isOutdated = false; ///< the library changed while nobody looked
    bool m_isFresh = false; ///< another list was asked for and is not there yet
    util::async::Latest m_marksRead;
};

} // namespace ui
