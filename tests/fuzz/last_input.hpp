// SPDX-License-Identifier: Apache-2.0
// What was tried last, on the disk even when the program dies of it.
#pragma once

#include <filesystem>
#include <string_view>

namespace fuzz {

class LastInput {
  public:
    explicit LastInput(const std::filesystem::path& file);
    ~LastInput();
    LastInput(const LastInput&) = delete;
    LastInput& operator=(const LastInput&) = delete;

    void keep(std::string_view bytes);

  private:
    void* m_memory = nullptr;
};

}  // namespace fuzz
