// SPDX-License-Identifier: Apache-2.0
// What painting text needs for as long as it lasts: an application object and the pinned font.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace styles {

/// The files of the font all pictures are set in (Debian package fonts-inter).
std::vector<std::filesystem::path> defaultFontFiles();

/// Made once in main() and kept until the last picture is painted. Uses the application object that is there,
/// as in a desktop; otherwise makes one that needs no display.
class PaintSession {
  public:
    /// Errors: NotFound `paint.font-missing`; BadData `paint.font-unreadable`; Internal `paint.no-session`
    ///         when the application object that is there cannot paint.
    explicit PaintSession(const std::vector<std::filesystem::path>& fontFiles = defaultFontFiles());
    ~PaintSession();
    PaintSession(PaintSession&& other) noexcept;
    PaintSession& operator=(PaintSession&& other) noexcept;
    PaintSession(const PaintSession&) = delete;
    PaintSession& operator=(const PaintSession&) = delete;

    /// The family all text is set in.
    /// Errors: Internal `paint.no-session` when this session was moved away.
    const std::string& fontFamily() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace styles
