// SPDX-License-Identifier: Apache-2.0
// XML read tag by tag and written letter by letter.
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// `&`, `<`, `>` and `"` as entities.
std::string xmlEscaped(std::string_view text);

enum class XmlEvent { Open, Close, Text, End };

/// Walks over a document that must outlive it. Names come without their prefix; comments, instructions and
/// doctypes are passed over, and no entity but the five of XML and letters by number is known: nothing is
/// ever fetched or expanded. Limits: well-formedness is not checked; text that breaks off inside a tag just
/// ends.
class XmlScanner {
  public:
    explicit XmlScanner(std::string_view document) : m_rest(document) {}

    XmlEvent next();
    /// Of the tag that was opened or closed.
    std::string_view name() const { return m_name; }
    /// Of the tag that was opened; empty when it has none of that name.
    std::string attribute(std::string_view name) const;
    /// Of the latest Text, entities resolved.
    const std::string& text() const { return m_text; }

  private:
    XmlEvent readTag();
    void skipUntil(std::string_view end);

    std::string_view m_rest;
    std::string_view m_name;
    std::string_view m_attributes;
    std::string m_text;
    bool m_closesItself = false;
};

}  // namespace layers
