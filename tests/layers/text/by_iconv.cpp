// SPDX-License-Identifier: Apache-2.0
// iconv of the C library.
#include "tests/layers/text/by_iconv.hpp"

#include <iconv.h>

namespace sample {

std::optional<std::string> byIconv(const std::string& utf8, const std::string& encoding) {
    const iconv_t converter = iconv_open(encoding.c_str(), "UTF-8");
    std::string from = utf8;
    std::string to(4 * utf8.size() + 16, '\0');
    char* in = from.data();
    char* out = to.data();
    std::size_t inLeft = from.size();
    std::size_t outLeft = to.size();
    const std::size_t failed = iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv(converter, nullptr, nullptr, &out, &outLeft);
    iconv_close(converter);
    if (failed == static_cast<std::size_t>(-1)) return std::nullopt;
    to.resize(to.size() - outLeft);
    return to;
}

}  // namespace sample
