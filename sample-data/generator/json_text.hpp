// SPDX-License-Identifier: Apache-2.0
// JSON written in order, one way only, so that the same values give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sample {

/// Grows one JSON text; every begin has its end.
class JsonText {
  public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    void whole(std::int64_t value);
    /// The shortest decimal that reads back the same.
    void decimal(double value);
    void truth(bool value);
    void nothing();

    /// The text so far, with a last line end.
    std::string take();

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();

    std::string m_text;
    std::vector<bool> m_hasItems;
    bool m_isAfterKey = false;
};

}  // namespace sample
