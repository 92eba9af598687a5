// SPDX-License-Identifier: Apache-2.0
// A message before it has words: an id and named arguments (app/words turns it into a sentence).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace geo {

using ArgumentValue = std::variant<std::string, std::int64_t, double>;

struct Argument {
    std::string name;
    ArgumentValue value;
    bool operator==(const Argument&) const = default;
};

struct Message {
    std::string id;
    std::vector<Argument> arguments;
    bool operator==(const Message&) const = default;
};

}  // namespace geo
