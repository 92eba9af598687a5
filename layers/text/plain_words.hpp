// SPDX-License-Identifier: Apache-2.0
// Words as offices type them in heads and cells, reduced to what they mean.
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// "Lưu lượng (m³/ngày đêm)" → `luu_luong_m3_ngay_dem`: letters a to z and digits without accents or case,
/// all else between them one underscore. For heads and categories; never for names, whose accents tell them
/// apart. Bytes that are no UTF-8 count as what stands between words.
std::string plainKey(std::string_view text);

/// Whether the words of a key stand in another side by side: `san_xuat` in `co_so_san_xuat`.
bool holdsWords(std::string_view key, std::string_view words);

}  // namespace layers
