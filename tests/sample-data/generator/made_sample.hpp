// SPDX-License-Identifier: Apache-2.0
// A sample of province 12 in a folder of its own, gone with the test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "layers/files/layer_source.hpp"
#include "sample-data/generator/sample.hpp"

namespace sample::test {

inline std::filesystem::path packFolder() {
    return std::filesystem::path(KHOANH_SOURCE_DIR) / "sample-data/provinces/12";
}

inline std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class MadeSample {
  public:
    enum class Faults { Planted, None };

    MadeSample(std::int64_t plots, bool crossing, std::uint64_t seed = 12, Faults faults = Faults::Planted) {
        static int made = 0;
        m_folder = std::filesystem::temp_directory_path() /
                   ("khoanh-sample-test-" + std::to_string(getpid()) + "-" + std::to_string(made++));
        geo::Progress progress;
        m_result =
            makeSample({packFolder(), m_folder, plots, crossing, seed, faults == Faults::Planted}, progress);
    }
    ~MadeSample() { std::filesystem::remove_all(m_folder); }
    MadeSample(const MadeSample&) = delete;
    MadeSample& operator=(const MadeSample&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }
    const SampleResult& result() const { return m_result; }

    std::vector<layers::Feature> features(const std::string& file, layers::Schema* schema = nullptr,
                                          const layers::OpenOptions& options = {}) const {
        layers::LayerSource source = layers::LayerSource::open(m_folder / file, options);
        layers::FeatureStream stream = source.features();
        if (schema != nullptr) *schema = stream.schema;
        std::vector<layers::Feature> features;
        for (layers::Feature feature; stream.next(feature);) features.push_back(feature);
        return features;
    }

  private:
    std::filesystem::path m_folder;
    SampleResult m_result;
};

}  // namespace sample::test
