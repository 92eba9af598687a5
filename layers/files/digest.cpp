// SPDX-License-Identifier: Apache-2.0
// SHA-256 through libcrypto.
#include "layers/files/digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

#include "geo/base/error.hpp"

namespace layers {
namespace {

struct ContextFreer {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Sha256 {
  public:
    Sha256() : m_context(EVP_MD_CTX_new()) {
        check(m_context != nullptr && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1);
    }
    void add(std::string_view bytes) { check(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1); }
    std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        check(EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) == 1);
        std::string text;
        for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
        return text;
    }

  private:
    static void check(bool done) {
        if (!done) throw geo::Error(geo::ErrorKind::Internal, "file.digest-failed");
    }
    std::unique_ptr<EVP_MD_CTX, ContextFreer> m_context;
};

void addFile(Sha256& digest, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", path.string()}});
    std::vector<char> buffer(std::size_t{1} << 20U);
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        digest.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable", {{"path", path.string()}, {"reason", "read"}});
    }
}

}  // namespace

std::string sha256Of(std::string_view bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::string sha256OfFile(const std::filesystem::path& path) { return sha256OfFiles({&path, 1}); }

std::string sha256OfFiles(std::span<const std::filesystem::path> paths) {
    Sha256 digest;
    for (const std::filesystem::path& path : paths) addFile(digest, path);
    return digest.hex();
}

}  // namespace layers
