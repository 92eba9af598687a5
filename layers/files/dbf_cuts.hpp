// SPDX-License-Identifier: Apache-2.0
// Texts that the width of their DBF field has cut short.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/message.hpp"
#include "layers/text/encoding.hpp"

namespace layers {

/// The text up to a last letter of UTF-8 that lacks its end; the whole text where there is none.
std::string_view withoutTornLetter(std::string_view bytes);

/// Notes texts that fill their field to the last byte.
class FullFields {
  public:
    /// The next field, in the order of the file; its name in bytes.
    void addField(std::string name);
    /// The bytes of one value of that width; rows are counted from 1.
    void see(std::size_t field, std::string_view bytes, std::int64_t row);

    /// `text.cut` (column, count, row of the first, sample) for every field with texts that end inside a
    /// letter, fill the 254 bytes that a DBF allows, or break off in a word: all words before it are
    /// Vietnamese, the last is not.
    std::vector<geo::Message> cuts(Encoding encoding) const;

  private:
    struct Seen {
        std::int64_t count = 0;
        std::int64_t firstRow = 0;
    };
    struct Field {
        std::string name;
        std::map<std::string, Seen, std::less<>> texts;
    };
    std::vector<Field> m_fields;
};

}  // namespace layers
