// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/pseudotranslator.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include "ui/common/appearance.h"
#include "ui/common/linkbutton.h"
#include "ui/common/textlabel.h"
#include "ui/shell/tour.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTolerance = 1; // pixels, of rounding

/// Remembers the texts that are wholly the program's own: a title that is too long is shortened,
/// a sentence of ours has room.
class Own final : public QTranslator
{
public:
    explicit Own(bool isPseudo)
        : m_isPseudo(isPseudo)
    {
        (void)m_english.load(u":/i18n/plexm8_en.qm"_s);
    }
    QString translate(
        const char* context, const char* source, const char* more, int n) const override
    {
        if (context && *context == 'Q') {
            return {};
        }
        QString text = m_isPseudo ? m_pseudo.translate(context, source, more, n)
                                  : m_english.translate(context, source, more, n);
        text = text.isEmpty() ? QString::fromUtf8(source) : text;
        static const QRegularExpression place(u"%L?\\d"_s);
        if (!text.contains(place)) {
            s_texts.insert(text);
        }
        return text;
    }
    bool isEmpty() const override { return false; }
    static bool has(const QString& text) { return s_texts.contains(text); }

private:
    bool m_isPseudo;
    app::PseudoTranslator m_pseudo;
    QTranslator m_english;
    static inline QSet<QString> s_texts;
};

int widthOf(const QWidget& widget, const QString& text)
{
    int widest = 0;
    for (const QString& line : text.split(u'\n')) {
        const QString plain
            = QString(line).replace(u"&&"_s, u"\1"_s).remove(u'&').replace(u'\1', u'&');
        widest = std::max(widest, widget.fontMetrics().horizontalAdvance(plain));
    }
    return widest;
}

} // namespace

/// Everything that a person reads has room: as it is, at twice the text size, and in a language
/// that needs 40 % more.
class TestClipping : public QObject
{
    Q_OBJECT

    QStringList m_faults;
    QString m_step;
    int m_seen = 0;

    void fault(const QWidget& widget, const QString& text, const QString& what)
    {
        const QString shown = text.left(60);
        const QString line = u"%1 \"%2\" of %3: %4"_s.arg(
            QLatin1String(widget.metaObject()->className()), widget.objectName(), what, shown);
        if (!std::ranges::any_of(
                m_faults, [&line](const QString& f) { return f.endsWith(line); })) {
            m_faults.append(m_step + u": "_s + line);
        }
    }
    void needs(const QWidget& widget, const QString& text, int width, int room)
    {
        if (width > room + kTolerance) {
            fault(widget, text, u"%1 pixels in %2"_s.arg(width).arg(room));
        }
    }
    void lookAt(const QLabel& label)
    {
        const QString text = label.text();
        if (text.isEmpty() || label.textFormat() == Qt::RichText) {
            return;
        }
        const QRect room = label.contentsRect();
        if (label.wordWrap()) {
            needs(label, text, label.heightForWidth(label.width()), label.height());
            return;
        }
        if (qobject_cast<const ui::TextLabel*>(&label)) { // in a size of its own
            constexpr int kSlack = 2; // of its hint
            needs(label, text, label.sizeHint().height(), label.height());
            if (Own::has(text)) { // else it shortens what is too long
                needs(label, text, label.sizeHint().width() - kSlack, label.width());
            }
            return;
        }
        needs(label, text, label.fontMetrics().height(), room.height());
        needs(label, text, widthOf(label, text), room.width() - 2 * label.margin());
    }
    void lookAt(const QAbstractButton& button)
    {
        const auto* tool = qobject_cast<const QToolButton*>(&button);
        if (button.text().isEmpty()
            || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly
                && !tool->icon().isNull())) {
            return;
        }
        if (!Own::has(button.text()) && qobject_cast<const ui::LinkButton*>(&button)) {
            return; // it shortens
        }
        const int icon = button.icon().isNull() ? 0 : button.iconSize().width();
        needs(button, button.text(), widthOf(button, button.text()) + icon, button.width());
        needs(button, button.text(), button.fontMetrics().height(), button.height());
    }
    void lookAt(const QLineEdit& edit)
    {
        QStyleOptionFrame option;
        option.initFrom(&edit);
        option.lineWidth = edit.hasFrame() ? 1 : 0;
        const QRect room = edit.style()
                               ->subElementRect(QStyle::SE_LineEditContents, &option, &edit)
                               .marginsRemoved(edit.textMargins());
        const QString text = edit.text().isEmpty() ? edit.placeholderText() : QString();
        const int icons = int(edit.actions().size()) * (edit.height() - 4);
        needs(edit, text, widthOf(edit, text), room.width() - icons);
        needs(edit, text, edit.fontMetrics().height(), edit.height());
    }
    void lookAt(const QComboBox& box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const int room
            = box.style()
                  ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
                  .width();
        needs(box, box.currentText(), widthOf(box, box.currentText()), room);
    }
    void lookAt(const QHeaderView& header)
    {
        for (int i = 0; i < header.count(); ++i) {
            const QString text = header.model()->headerData(i, header.orientation()).toString();
            if (header.isSectionHidden(i) || !Own::has(text)) {
                continue;
            }
            needs(header, text, widthOf(header, text), header.sectionSize(i));
        }
    }
    void lookAt(const QTabBar& bar)
    {
        for (int i = 0; i < bar.count(); ++i) {
            needs(bar, bar.tabText(i), widthOf(bar, bar.tabText(i)), bar.tabRect(i).width());
        }
    }
    /// Cut off by what it is in, which does not scroll.
    void lookAtPlace(const QWidget& widget)
    {
        for (const QWidget* inside = &widget; !inside->isWindow();
             inside = inside->parentWidget()) {
            const QWidget* around = inside->parentWidget();
            const QRect place = inside->geometry();
            if (const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
                area && area->viewport() == around) {
                if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
                    needs(*inside, widget.objectName(), place.right(), around->width());
                }
                return;
            }
            if (!around->rect().adjusted(-1, -1, 1, 1).contains(place)) {
                fault(*inside, inside->objectName(),
                    u"%1,%2 %3x%4 in %5x%6 of %7"_s.arg(place.x())
                        .arg(place.y())
                        .arg(place.width())
                        .arg(place.height())
                        .arg(around->width())
                        .arg(around->height())
                        .arg(around->objectName()));
                return;
            }
        }
    }
    void look(QWidget* widget)
    {
        if (auto* label = qobject_cast<QLabel*>(widget)) {
            lookAt(*label);
        } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
            lookAt(*button);
        } else if (auto* edit = qobject_cast<QLineEdit*>(widget)) {
            lookAt(*edit);
        } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
            lookAt(*box);
        } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
            lookAt(*header);
        } else if (auto* bar = qobject_cast<QTabBar*>(widget)) {
            lookAt(*bar);
        } else {
            return;
        }
        ++m_seen;
        lookAtPlace(*widget);
    }
    void lookAtAll()
    {
        for (QWidget* widget : QApplication::allWidgets()) {
            if (widget->isVisible() && !widget->size().isEmpty()) {
                look(widget);
            }
        }
    }

private Q_SLOTS:
    void everyTextHasRoom_data()
    {
        QTest::addColumn<bool>("isPseudo");
        QTest::addColumn<int>("textPercent");
        QTest::newRow("as it is") << false << 100;
        QTest::newRow("text at 200 %") << false << 200;
        QTest::newRow("40 % longer") << true << 100;
    }
    void everyTextHasRoom()
    {
        QFETCH(bool, isPseudo);
        QFETCH(int, textPercent);
        m_faults.clear();
        m_seen = 0;
        Own own(isPseudo);
        QCoreApplication::installTranslator(&own);
        {
            support::DemoWindow demo(support::demoOf(500));
            demo.settings.set(ui::appearance::kTextPercent, textPercent);
            demo.window->resize(1280, 800);
            demo.window->show();
            // PLEXM8_TOUR_DIR keeps the pictures of what was looked at.
            QString folder = qEnvironmentVariable("PLEXM8_TOUR_DIR");
            if (!folder.isEmpty()) {
                folder += u"/clipping-%1%2"_s.arg(textPercent).arg(isPseudo ? u"-longer" : u"");
                QVERIFY(QDir().mkpath(folder));
            }
            ui::Tour tour(*demo.window, demo.services(), folder);
            tour.setChapter(ui::Tour::Chapter::Walk);
            tour.setPace(std::chrono::milliseconds(250));
            connect(&tour, &ui::Tour::shown, this, [this](const QString& name) {
                // Twice 40 % more is asked of nobody.
                if (name.startsWith(u"large-"_s)
                    && qstrcmp(QTest::currentDataTag(), "40 % longer") == 0) {
                    return;
                }
                m_step = name;
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                lookAtAll();
            });
            QSignalSpy finished(&tour, &ui::Tour::finished);
            tour.start();
            QVERIFY(finished.wait(270'000));
        }
        QCoreApplication::removeTranslator(&own);
        QVERIFY(m_seen > 2000);
        for (const QString& each : m_faults) {
            qWarning("%s", qPrintable(each)); // more than a failure may say
        }
        QCOMPARE(m_faults.size(), 0);
    }
};

PLEXM8_GUI_TEST_MAIN(TestClipping)
#include "tst_clipping.moc"
