// SPDX-License-Identifier: Apache-2.0
// What every part of the window leans on: words, installed data, the means to paint.
#pragma once

#include <QString>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/words/catalogue.hpp"
#include "styles/paint/paint_session.hpp"

namespace app {

struct Desk {
    Catalogue words;
    std::filesystem::path dataFolder;
    std::shared_ptr<const styles::PaintSession> session;

    QString sentence(std::string_view id, std::vector<geo::Argument> arguments = {}) const;
    QString sentence(const geo::Message& message) const;
    QString sentence(const geo::Error& error) const;
    /// `word.<code>`, the code itself where it has no word.
    QString word(const std::string& code) const;
    QString number(double value, int decimals) const;
    QString day(const geo::Date& date) const;
};

QString toQt(std::string_view text);

/// With a capital first letter, as a label of its own begins.
QString capitalised(const QString& text);

}  // namespace app
