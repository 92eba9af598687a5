// SPDX-License-Identifier: Apache-2.0
// Overwrites the dates and identifiers QPdfWriter makes up, in place.
#include "styles/paint/pdf_dates.hpp"

#include <fmt/format.h>

#include <string_view>

namespace styles {
namespace {

/// Overwrites what follows each opening mark up to its closing one, cut or padded to the old length.
void overwrite(std::string& pdf, std::string_view opening, std::string_view closing,
               std::string_view replacement) {
    for (std::size_t at = pdf.find(opening); at != std::string::npos; at = pdf.find(opening, at)) {
        at += opening.size();
        const std::size_t end = pdf.find(closing, at);
        if (end == std::string::npos) return;
        for (std::size_t i = at; i < end; ++i)
            pdf[i] = i - at < replacement.size() ? replacement[i - at] : '0';
    }
}

}  // namespace

std::string withFixedDates(std::string pdf, geo::Date asOf) {
    const std::string day = fmt::format("D:{:04}{:02}{:02}000000Z00'00'", asOf.year, asOf.month, asOf.day);
    overwrite(pdf, "/CreationDate (", ")", day);
    return pdf;
}

}  // namespace styles
