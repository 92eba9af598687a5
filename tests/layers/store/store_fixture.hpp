// SPDX-License-Identifier: Apache-2.0
// What the tests of the store share: a folder of their own, small layers, the text of the content.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/error.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"

class StoreTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path() /
                   ("khoanh-store-" + std::string(test->name()) + "-" + std::to_string(getpid()));
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path file(const std::string& name = "lai-châu.khoanh") const { return m_folder / name; }

    layers::Workspace newWorkspace(const std::string& name = "lai-châu.khoanh") const {
        return layers::Workspace::create(file(name), {"12", geo::Crs::fromText("EPSG:9205"), "provinces/12"});
    }

    std::filesystem::path m_folder;
};

/// A square of 100 m whose lower left corner stands at x, y.
inline geo::Geometry squareAt(double x, double y) {
    return geo::Geometry::polygon({{x, y}, {x + 100, y}, {x + 100, y + 100}, {x, y + 100}, {x, y}});
}

inline layers::Schema plotSchema() {
    return {{"xa", layers::FieldType::Text},
            {"maldlr", layers::FieldType::Whole},
            {"dtich", layers::FieldType::Decimal}};
}

/// Plots in a row, 100 m apart, as single polygons.
inline std::vector<layers::Feature> plots(int count) {
    std::vector<layers::Feature> features;
    for (int i = 0; i < count; ++i) {
        features.push_back({squareAt(500'000 + 100.0 * i, 2'450'000),
                            {std::string("Xã Bum Tở"), std::int64_t{i % 93 + 1}, 1.0 + i / 8.0},
                            i + 1});
    }
    return features;
}

inline layers::FeatureStream streamOfPlots(const std::vector<layers::Feature>& features) {
    return layers::streamOver(plotSchema(), geo::Crs::fromText("EPSG:9205"), geo::GeometryKind::Polygon,
                              features);
}

inline std::int64_t addPlots(layers::Change& change, const std::vector<layers::Feature>& features) {
    geo::Progress progress;
    layers::LayerRecord record;
    record.kind = layers::Kind::Forest;
    record.name = "Hiện trạng rừng";
    return change.addLayer(record, streamOfPlots(features), progress);
}

inline std::int64_t importPlots(layers::Workspace& workspace, const std::vector<layers::Feature>& features) {
    layers::Change change(workspace);
    const std::int64_t layer = addPlots(change, features);
    change.commit(R"({"forest":)" + std::to_string(layer) + "}");
    return layer;
}

inline std::vector<layers::Feature> collect(const layers::FeatureStream& stream) {
    std::vector<layers::Feature> features;
    for (layers::Feature feature; stream.next(feature);) features.push_back(feature);
    return features;
}

inline std::string contentOf(const layers::Workspace& workspace) {
    std::string content;
    workspace.forEachContentRow([&](std::string_view row) { content.append(row).append("\n"); });
    return content;
}

/// The id of the error that work ends with; empty when it does not fail.
template <class Work>
std::string faultOf(Work&& work) {
    try {
        work();
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}
