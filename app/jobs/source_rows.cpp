// SPDX-License-Identifier: Apache-2.0
// Rows into memory, numbers out of text.
#include "app/jobs/source_rows.hpp"

#include "geo/base/error.hpp"

namespace app {
namespace {

layers::NumberEvidence evidenceOf(const SourceRows& rows, const std::vector<std::size_t>& columns) {
    layers::NumberWitness witness;
    for (const layers::Feature& feature : rows.features) {
        for (const std::size_t column : columns) {
            if (const auto* text = std::get_if<std::string>(&feature.values[column])) witness.hear(*text);
        }
    }
    return witness.evidence();
}

}  // namespace

SourceRows readRows(layers::FeatureStream stream, geo::Progress& progress) {
    SourceRows rows{stream.schema, {}, stream.kind, stream.crs};
    if (stream.count > 0) rows.features.reserve(static_cast<std::size_t>(stream.count));
    for (layers::Feature feature; stream.next(feature); feature = {}) {
        progress.throwIfStopped();
        rows.features.push_back(std::move(feature));
    }
    return rows;
}

layers::DecimalMark decimalMark(const SourceRows& rows, const std::vector<std::size_t>& columns,
                                std::optional<layers::DecimalMark> told) {
    if (told) return *told;
    const auto evidence = evidenceOf(rows, columns);
    if (evidence.mark) return *evidence.mark;
    if (evidence.isContradicted) {
        throw geo::Error(geo::ErrorKind::BadData, "import.numbers-contradict",
                         {{"witness", evidence.witness}});
    }
    if (evidence.isNeeded) {
        throw geo::Error(geo::ErrorKind::BadData, "import.decimal-undecided",
                         {{"witness", evidence.witness}});
    }
    return layers::DecimalMark::Point;
}

std::vector<layers::Finding> decimalFindings(const SourceRows& rows, const std::vector<std::size_t>& columns,
                                             std::optional<layers::DecimalMark> told) {
    if (told) return {};
    const auto evidence = evidenceOf(rows, columns);
    if (!evidence.mark || !evidence.isNeeded) return {};
    const bool isComma = *evidence.mark == layers::DecimalMark::Comma;
    return {{{"import.decimal-read",
              {{"style", isComma ? "decimal-comma" : "decimal-point"}, {"witness", evidence.witness}}},
             0,
             {}}};
}

std::optional<double> numberAt(const layers::Feature& feature, std::size_t column, layers::DecimalMark mark) {
    const layers::Value& value = feature.values[column];
    if (const auto* text = std::get_if<std::string>(&value)) return layers::parseNumber(*text, mark);
    return layers::numberIn(value);
}

}  // namespace app
