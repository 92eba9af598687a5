// SPDX-License-Identifier: Apache-2.0
// The one exception of the house: work that could not be done, as message ids.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/message.hpp"

namespace geo {

enum class ErrorKind { Usage, BadData, NotFound, Refused, Stopped, Internal };

class Error : public std::exception {
  public:
    Error(ErrorKind kind, Message message);
    Error(ErrorKind kind, std::string id, std::vector<Argument> arguments = {});

    ErrorKind kind() const { return m_kind; }
    const Message& message() const { return m_message; }

    /// What was being done when it failed, outermost first.
    const std::vector<Message>& context() const { return m_context; }
    void addContext(Message outer);

    /// Id and arguments for logs and tests; people read app/words instead.
    const char* what() const noexcept override { return m_summary.c_str(); }

  private:
    ErrorKind m_kind;
    Message m_message;
    std::vector<Message> m_context;
    std::string m_summary;
};

/// Runs work and, when it fails, adds what was being done to the error on its way up.
template <class Work>
decltype(auto) inContext(const Message& doing, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (Error& error) {
        error.addContext(doing);
        throw;
    }
}

}  // namespace geo
