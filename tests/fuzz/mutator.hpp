// SPDX-License-Identifier: Apache-2.0
// New input out of old, the same for the same seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace fuzz {

class Mutator {
  public:
    Mutator(std::vector<std::string> seeds, std::uint64_t seed) : m_seeds(std::move(seeds)), m_random(seed) {}

    /// One of the seeds after one to sixteen changes: bytes turned, put in, taken out, repeated, or brought
    /// from another seed. Never longer than 64 KiB.
    std::string next();

  private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }
    const std::string& anySeed() { return m_seeds[below(m_seeds.size())]; }
    std::string piece(const std::string& bytes);
    std::string telling();
    void change(std::string& bytes);

    std::vector<std::string> m_seeds;
    std::mt19937_64 m_random;
};

}  // namespace fuzz
