// SPDX-License-Identifier: Apache-2.0
// When two writings of a unit's name are the same name, and how far apart they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "layers/units/unit.hpp"

namespace layers {

/// The kind of unit a name begins with.
enum class UnitWord { None, Commune, Ward, Township, District, Town, City, Province };

/// `Xã Bum Tở`, `TT. Sìn Hồ`, `P.Tân Phong`, `TP Lai Châu`.
UnitWord unitWordOf(std::string_view name);

/// Whether a name that begins with such a word can be a unit of that level; no word fits them all.
bool fitsLevel(UnitWord word, UnitLevel level);

/// The name without its kind, without regard to case, blanks, tone placement (`hoà`, `hòa`) and to i or y at
/// the end of a syllable (`Lý`, `Lí`). Accents stay: `Nậm Cha` and `Nậm Chà` are two communes.
/// Errors: BadData `text.not-utf8`.
std::string unitNameKey(std::string_view name);

/// A key taken apart once, to be held against many.
class SpeltName {
  public:
    /// Errors: BadData `text.not-utf8`.
    explicit SpeltName(std::string_view key);

    /// Letters to change, add or drop to make one the other; nothing when it takes more than `most`.
    std::optional<std::size_t> lettersTo(const SpeltName& other, std::size_t most) const;

  private:
    std::u32string m_letters;
    /// One bit for some letters: a letter changed alters two at most.
    std::uint64_t m_print = 0;
};

/// A name made ready once, to be asked of every level and time.
struct HeardName {
    /// As unitNameKey() and unitWordOf() have them.
    std::string key;
    UnitWord word = UnitWord::None;
    /// As it is typed, without kind and case: an accent more or less is one letter.
    SpeltName typed;
};

HeardName heardName(std::string_view name);

/// Letters to change, add or drop to make one key the other; nothing when it takes more than `most`.
std::optional<std::size_t> lettersApart(std::string_view first, std::string_view second, std::size_t most);

}  // namespace layers
