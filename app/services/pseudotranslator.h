// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace app {

inline constexpr QLatin1StringView kPseudoLanguage { "pseudo" };

/// A language that nobody speaks: the English texts with accents, in brackets and 40 % longer, as
/// "⟦Ŝéttîñgš oñé⟧". It shows which texts are not translated and which have no room.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT

public:
    explicit PseudoTranslator(QObject* parent = nullptr);

    /// Texts of Qt (contexts that begin with Q) stay: keys are read back from theirs.
    [[nodiscard]] QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// @p text as it is in this language. Placeholders (%1, %L1, %n), the letter of a mnemonic and
    /// line breaks stay as they are, and so does a text without letters.
    [[nodiscard]] static QString altered(const QString& text);

private:
    QTranslator m_english; ///< it has the plurals
};

} // namespace app
