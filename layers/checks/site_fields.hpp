// SPDX-License-Identifier: Apache-2.0
// Registered places as offices write them: which columns mean what, and the form they are stored in.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "layers/model/feature.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/schema.hpp"
#include "layers/model/site.hpp"

namespace layers {

struct SiteFields {
    std::optional<std::size_t> id;
    std::optional<std::size_t> name;
    std::optional<std::size_t> communeCode;
    std::optional<std::size_t> communeName;
    std::optional<std::size_t> sector;
    std::optional<std::size_t> stage;
    std::optional<std::size_t> positionStatus;
    /// What the source has besides, in its order.
    std::vector<std::size_t> others;
};

/// Finds columns such as Mã, Tên gọi, Mã xã, Tên xã, Lĩnh vực, Giai đoạn, Vị trí, and those of one kind alone
/// ("Tên mỏ", "Mã cụm"), in any case, with or without accents.
/// Errors: BadData `import.column-missing` (columns) when there is neither an identifier nor a name.
SiteFields siteFieldsOf(const Schema& schema, Kind kind);

/// site_id, name, commune_code, commune_name, sector, stage, position_status as text, then the others as they
/// are.
Schema siteSchema(const Schema& source, const SiteFields& fields);

/// One row in the form of siteSchema(). Codes of communes get the zeros a spreadsheet ate; a code in the
/// column of names, or a name in that of codes, goes where it belongs; sectors become `I` … `X`, stages
/// `planned`, `building`, `operating`, `stopped`, positions `verified`, `illustrative`. What is none of these
/// stays as written.
std::vector<Value> siteValues(std::span<const Value> source, const SiteFields& fields);

/// Reads a row of siteSchema(). Without an identifier the name is one; a shape that is not one point is no
/// position.
Site siteIn(const Feature& normalised, const Schema& schema, Kind kind);

}  // namespace layers
