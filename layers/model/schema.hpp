// SPDX-License-Identifier: Apache-2.0
// The fields of a layer or table, in order.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

enum class FieldType { Whole, Decimal, Text };

struct Field {
    std::string name;
    FieldType type = FieldType::Text;
    bool operator==(const Field&) const = default;
};

class Schema {
  public:
    Schema() = default;
    Schema(std::initializer_list<Field> fields) : m_fields(fields) {}
    explicit Schema(std::vector<Field> fields) : m_fields(std::move(fields)) {}

    const std::vector<Field>& fields() const { return m_fields; }
    std::size_t size() const { return m_fields.size(); }
    void add(Field field) { m_fields.push_back(std::move(field)); }

    /// Where a field stands; names compare without regard to ASCII case, as DBF and SQL do.
    std::optional<std::size_t> indexOf(std::string_view name) const;
    /// The first of several names that is present.
    std::optional<std::size_t> indexOfAny(std::initializer_list<std::string_view> names) const;

    bool operator==(const Schema&) const = default;

  private:
    std::vector<Field> m_fields;
};

}  // namespace layers
