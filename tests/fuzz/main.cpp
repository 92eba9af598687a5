// SPDX-License-Identifier: Apache-2.0
// khoanh_fuzz TARGET SECONDS SEED: tries wrong input for a while; khoanh_fuzz TARGET FILE: tries that one
// again.
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>

#include "geo/base/error.hpp"
#include "tests/fuzz/last_input.hpp"
#include "tests/fuzz/mutator.hpp"
#include "tests/fuzz/target.hpp"

namespace {

struct Tried {
    std::uint64_t all = 0;
    std::uint64_t refused = 0;
};

std::vector<fuzz::Target> allTargets() {
    std::vector<fuzz::Target> all;
    for (auto& some : {fuzz::textTargets(), fuzz::tableTargets(), fuzz::sheetTargets(), fuzz::nameTargets()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// Refusing data is right; to fail inside is not.
void attempt(const fuzz::Target& target, const std::string& bytes, Tried& tried) {
    ++tried.all;
    try {
        target.attempt(bytes);
    } catch (const geo::Error& error) {
        if (error.kind() == geo::ErrorKind::Internal) throw;
        ++tried.refused;
    }
}

Tried attemptFor(const fuzz::Target& target, std::chrono::seconds time, std::uint64_t seed) {
    fuzz::Mutator mutator(target.seeds, seed);
    fuzz::LastInput last(target.name + ".last");
    Tried tried;
    for (const std::string& bytes : target.seeds) attempt(target, bytes, tried);
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
        const std::string bytes = mutator.next();
        last.keep(bytes);
        attempt(target, bytes, tried);
    }
    return tried;
}

/// A file as LastInput leaves it.
std::string lastBytes(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(stream), {}};
    if (whole.size() < 8) return {};
    std::uint64_t size = 0;
    std::memcpy(&size, whole.data(), 8);
    return whole.substr(8, size);
}

int run(const std::vector<std::string>& words) {
    for (const fuzz::Target& target : allTargets()) {
        if (words.size() < 2 || target.name != words[0]) continue;
        Tried tried;
        if (words.size() == 2) attempt(target, lastBytes(words[1]), tried);
        if (words.size() == 3)
            tried = attemptFor(target, std::chrono::seconds(std::stoi(words[1])), std::stoull(words[2]));
        std::cout << target.name << ": " << tried.all << " tried, " << tried.refused << " refused\n";
        return 0;
    }
    std::cout << "khoanh_fuzz TARGET SECONDS SEED, or TARGET FILE; targets:\n";
    for (const fuzz::Target& target : allTargets()) std::cout << target.name << '\n';
    return 2;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run({words + 1, words + count});
    } catch (const std::exception& fault) {
        std::cerr << "fault: " << fault.what() << '\n';
        return 1;
    }
}
