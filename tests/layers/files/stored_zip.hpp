// SPDX-License-Identifier: Apache-2.0
// Files packed together as they are, for tests that bring their own parts.
#pragma once

#include <map>
#include <string>

namespace sample {

/// A ZIP archive (PKWARE APPNOTE 6.3) without compression: bytes by name.
std::string zipOf(const std::map<std::string, std::string>& files);

}  // namespace sample
