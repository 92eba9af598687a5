// SPDX-License-Identifier: Apache-2.0
// The summary of an error for logs and tests.
#include "geo/base/error.hpp"

#include <fmt/format.h>

#include <utility>

namespace geo {
namespace {

std::string summaryOf(const Message& message) {
    std::string summary = message.id;
    for (const Argument& argument : message.arguments) {
        std::visit([&](const auto& value) { summary += fmt::format(" {}={}", argument.name, value); },
                   argument.value);
    }
    return summary;
}

}  // namespace

Error::Error(ErrorKind kind, Message message)
    : m_kind(kind), m_message(std::move(message)), m_summary(summaryOf(m_message)) {}

Error::Error(ErrorKind kind, std::string id, std::vector<Argument> arguments)
    : Error(kind, Message{std::move(id), std::move(arguments)}) {}

void Error::addContext(Message outer) {
    m_summary = summaryOf(outer) + ": " + m_summary;
    m_context.insert(m_context.begin(), std::move(outer));
}

}  // namespace geo
