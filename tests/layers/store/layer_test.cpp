// SPDX-License-Identifier: Apache-2.0
// Features come back from the store as they went in.
#include <cmath>
#include <random>
#include <thread>

#include "tests/layers/store/store_fixture.hpp"

using layers::Access;
using layers::Workspace;

namespace {

std::vector<layers::Feature> promoted(std::vector<layers::Feature> features, geo::GeometryKind kind) {
    for (layers::Feature& feature : features)
        feature.geometry = geo::asKind(std::move(feature.geometry), kind);
    return features;
}

std::int64_t importStream(Workspace& workspace, layers::FeatureStream stream) {
    layers::Change change(workspace);
    geo::Progress progress;
    const std::int64_t layer = change.addLayer({}, std::move(stream), progress);
    change.commit("{}");
    return layer;
}

double sumOfAreas(const std::filesystem::path& path, std::int64_t layer, const layers::RowRange& rows) {
    const Workspace reader = Workspace::open(path, Access::Read);
    double sum = 0;
    for (const layers::Feature& feature : collect(reader.readLayer(layer, {rows, {}}))) {
        sum += layers::numberIn(feature.values[2]).value_or(0);
    }
    return sum;
}

std::vector<layers::Feature> withoutShapes(std::vector<layers::Feature> features) {
    for (layers::Feature& feature : features) feature.geometry = {};
    return features;
}

std::int64_t importWithoutShapes(Workspace& workspace, const std::vector<layers::Feature>& features) {
    return importStream(workspace, layers::streamOver(plotSchema(), {}, geo::GeometryKind::Empty, features));
}

std::vector<layers::Feature> readInParts(const Workspace& workspace, std::int64_t layer, std::size_t parts) {
    std::vector<layers::Feature> together;
    for (const layers::RowRange& rows : workspace.partitions(layer, parts)) {
        const auto part = collect(workspace.readLayer(layer, {rows, {}}));
        together.insert(together.end(), part.begin(), part.end());
    }
    return together;
}

/// What ogrinfo says of a layer or table.
std::string ogrinfoOf(const std::filesystem::path& path, const std::string& layer) {
    const std::string command = "ogrinfo -ro '" + path.string() + "' " + layer + " 2>&1";
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string answer(20'000, '\0');
    answer.resize(fread(answer.data(), 1, answer.size(), pipe));
    EXPECT_EQ(pclose(pipe), 0) << answer;
    return answer;
}

bool hasOgrinfo() { return std::system("ogrinfo --version > /dev/null 2>&1") == 0; }

}  // namespace

using LayerInStore = StoreTest;

TEST_F(LayerInStore, comesBackAsItWentIn) {
    Workspace workspace = newWorkspace();
    const auto features = plots(10);
    const std::int64_t layer = importPlots(workspace, features);

    const Workspace reader = Workspace::open(file(), Access::Read);
    const layers::FeatureStream stream = reader.readLayer(layer);

    EXPECT_EQ(stream.schema, plotSchema());
    EXPECT_EQ(stream.count, 10);
    EXPECT_EQ(stream.kind, geo::GeometryKind::Polygon);
    EXPECT_EQ(collect(stream), features);
}

TEST_F(LayerInStore, keepsNothingApartFromZeroAndEmptyText) {
    Workspace workspace = newWorkspace();
    auto features = plots(2);
    features[0].values = {std::monostate{}, std::monostate{}, std::monostate{}};
    features[1].values = {std::string(), std::int64_t{0}, 0.0};
    const std::int64_t layer = importPlots(workspace, features);
    EXPECT_EQ(collect(workspace.readLayer(layer)), features);
}

TEST_F(LayerInStore, keepsWhatIsKnownOfIt) {
    Workspace workspace = newWorkspace();
    layers::LayerRecord record;
    record.kind = layers::Kind::Communes;
    record.name = "Xã, phường";
    record.source = {"/dữ liệu/xã.shp", "ab12", "xa", "tcvn3", "EPSG:4326", "user", "VN-2000 to WGS 84 (2)"};
    record.epoch = geo::Date{2025, 7, 1};
    record.release = layers::Release::Approved;
    record.document = "QĐ 19/2025/QĐ-TTg";
    const auto features = plots(3);
    geo::Progress progress;
    layers::Change change(workspace);
    const std::int64_t id = change.addLayer(record, streamOfPlots(features), progress);
    change.commit("{}");

    const layers::LayerRecord kept = Workspace::open(file(), Access::Read).layer(id);

    EXPECT_EQ(kept.name, record.name);
    EXPECT_EQ(kept.kind, layers::Kind::Communes);
    EXPECT_EQ(kept.source.path, record.source.path);
    EXPECT_EQ(kept.source.operation, record.source.operation);
    EXPECT_EQ(kept.source.crsFrom, "user");
    EXPECT_EQ(kept.epoch, record.epoch);
    EXPECT_EQ(kept.asOf, std::nullopt);
    EXPECT_EQ(kept.release, layers::Release::Approved);
    EXPECT_EQ(kept.document, record.document);
    EXPECT_EQ(kept.crs.code(), "EPSG:9205");
    EXPECT_EQ(kept.featureCount, 3);
    EXPECT_EQ(kept.extent, (geo::Extent{500'000, 2'450'000, 500'300, 2'450'100}));
    EXPECT_EQ(kept.schema, plotSchema());
}

TEST_F(LayerInStore, becomesMultipleWhereTheStreamMixesKinds) {
    Workspace workspace = newWorkspace();
    auto features = plots(2);
    features[1].geometry = geo::asKind(std::move(features[1].geometry), geo::GeometryKind::MultiPolygon);
    const auto stream = layers::streamOver(plotSchema(), {}, geo::GeometryKind::MultiPolygon, features);
    const std::int64_t layer = importStream(workspace, stream);
    EXPECT_EQ(collect(workspace.readLayer(layer)), promoted(features, geo::GeometryKind::MultiPolygon));
    EXPECT_EQ(workspace.layer(layer).crs.code(), "EPSG:9205");
}

TEST_F(LayerInStore, takesTheKindOfItsFirstShapeWhereTheStreamDoesNotSay) {
    Workspace workspace = newWorkspace();
    auto features = plots(3);
    features[0].geometry = {};
    const auto stream = layers::streamOver(plotSchema(), {}, geo::GeometryKind::Empty, features);
    const std::int64_t layer = importStream(workspace, stream);
    EXPECT_EQ(workspace.layer(layer).geometryKind, geo::GeometryKind::MultiPolygon);
    EXPECT_TRUE(collect(workspace.readLayer(layer))[0].geometry.isEmpty());
}

TEST_F(LayerInStore, saysWhichRowDoesNotFitTheOthers) {
    Workspace workspace = newWorkspace();
    auto features = plots(3);
    features[2].geometry = geo::Geometry::point({500'000, 2'450'000});
    try {
        importPlots(workspace, features);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "shape.kind-mismatch");
        ASSERT_EQ(error.context().size(), 1u);
        EXPECT_EQ(error.context()[0], (geo::Message{"store.row", {{"row", std::int64_t{3}}}}));
    }
    EXPECT_TRUE(workspace.layers().empty());
}

TEST_F(LayerInStore, mayHoldNoShapes) {
    Workspace workspace = newWorkspace();
    const auto features = withoutShapes(plots(11));
    const std::int64_t layer = importWithoutShapes(workspace, features);

    const layers::FeatureStream stream = workspace.readLayer(layer);

    EXPECT_EQ(stream.kind, geo::GeometryKind::Empty);
    EXPECT_EQ(stream.count, 11);
    EXPECT_EQ(collect(stream), features);
    EXPECT_TRUE(workspace.layer(layer).extent.isEmpty());
    EXPECT_EQ(readInParts(workspace, layer, 3), features);
    EXPECT_TRUE(workspace.featuresAt(layer, {500'050, 2'450'050}).empty());
    EXPECT_TRUE(workspace.featuresWithin(layer, {0, 0, 1e7, 1e7}).empty());
}

TEST_F(LayerInStore, isPartOfTheContentWithoutShapesToo) {
    Workspace first = newWorkspace("một.khoanh");
    Workspace second = newWorkspace("hai.khoanh");
    auto features = withoutShapes(plots(5));
    importWithoutShapes(first, features);
    features[3].values[2] = 7.75;
    importWithoutShapes(second, features);
    EXPECT_NE(contentOf(first), contentOf(second));
}

TEST_F(LayerInStore, isUndoneWithoutShapesToo) {
    Workspace workspace = newWorkspace();
    importPlots(workspace, plots(2));
    const std::string before = workspace.currentProject();
    importWithoutShapes(workspace, withoutShapes(plots(3)));
    workspace.undo();
    EXPECT_EQ(workspace.currentProject(), before);
}

TEST_F(LayerInStore, mayHoldNoRowsAtAll) {
    Workspace workspace = newWorkspace();
    const std::vector<layers::Feature> none;
    const std::int64_t layer = importWithoutShapes(workspace, none);
    EXPECT_TRUE(collect(workspace.readLayer(layer)).empty());
    EXPECT_TRUE(workspace.partitions(layer, 4).empty());
}

TEST_F(LayerInStore, keepsFeaturesOfUnknownPlaceAmongPoints) {
    Workspace workspace = newWorkspace();
    auto sites = plots(5);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const auto east = 500'000 + 10 * static_cast<double>(i);
        sites[i].geometry = i % 2 == 0 ? geo::Geometry() : geo::Geometry::point({east, 2'450'000});
    }
    const auto stream = layers::streamOver(plotSchema(), {}, geo::GeometryKind::Point, sites);
    const std::int64_t layer = importStream(workspace, stream);

    EXPECT_EQ(workspace.layer(layer).geometryKind, geo::GeometryKind::Point);
    EXPECT_EQ(collect(workspace.readLayer(layer)), sites);
    EXPECT_EQ(readInParts(workspace, layer, 2), sites);
    EXPECT_EQ(workspace.featuresWithin(layer, {0, 0, 1e7, 1e7}), (std::vector{sites[1], sites[3]}));
    EXPECT_EQ(workspace.featuresAt(layer, {500'030, 2'450'000}), std::vector{sites[3]});
}

TEST_F(LayerInStore, mayHoldPointsThatAreAllOfUnknownPlace) {
    Workspace workspace = newWorkspace();
    const auto sites = withoutShapes(plots(3));
    const auto stream = layers::streamOver(plotSchema(), {}, geo::GeometryKind::Point, sites);
    const std::int64_t layer = importStream(workspace, stream);
    EXPECT_EQ(workspace.readLayer(layer).kind, geo::GeometryKind::Point);
    EXPECT_EQ(collect(workspace.readLayer(layer)), sites);
    EXPECT_TRUE(workspace.featuresWithin(layer, {0, 0, 1e7, 1e7}).empty());
}

TEST_F(LayerInStore, keepsFieldsWhoseNamesAreOddOrOurs) {
    Workspace workspace = newWorkspace();
    const layers::Schema schema{{"fid", layers::FieldType::Whole},       {"GEOM", layers::FieldType::Text},
                                {"Tên \"xã\"", layers::FieldType::Text}, {"select", layers::FieldType::Text},
                                {"", layers::FieldType::Text},           {"rowid", layers::FieldType::Whole}};
    const std::vector<layers::Feature> features{{squareAt(0, 0),
                                                 {std::int64_t{9}, std::string("a"), std::string("Mường Tè"),
                                                  std::string("b"), std::string("c"), std::int64_t{7}},
                                                 1}};
    const auto stream = layers::streamOver(schema, {}, geo::GeometryKind::Polygon, features);
    const std::int64_t layer = importStream(workspace, stream);
    EXPECT_EQ(workspace.readLayer(layer).schema, schema);
    EXPECT_EQ(collect(workspace.readLayer(layer)), features);
}

TEST_F(LayerInStore, givesOnlyTheFieldsAskedFor) {
    Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(1));
    const layers::ReadRequest request{{}, {{"DTICH", "không có"}}, layers::ShapesWanted::No};

    const layers::FeatureStream stream = workspace.readLayer(layer, request);
    const auto features = collect(stream);

    ASSERT_EQ(stream.schema.size(), 1u);
    EXPECT_EQ(features.at(0).values, (std::vector<layers::Value>{1.0}));
    EXPECT_TRUE(features.at(0).geometry.isEmpty());
}

TEST_F(LayerInStore, isFoundByPosition) {
    Workspace workspace = newWorkspace();
    const auto features = plots(10);
    const std::int64_t layer = importPlots(workspace, features);
    const auto found = workspace.featuresAt(layer, {500'450, 2'450'050});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], features[4]);
    EXPECT_TRUE(workspace.featuresAt(layer, {499'000, 2'450'050}).empty());
}

TEST_F(LayerInStore, isFoundByWindowInTheOrderOfItsRows) {
    Workspace workspace = newWorkspace();
    const auto features = plots(10);
    const std::int64_t layer = importPlots(workspace, features);

    const auto found = workspace.featuresWithin(layer, {500'250, 2'449'000, 500'450, 2'450'001});

    EXPECT_EQ(found, (std::vector<layers::Feature>{features[2], features[3], features[4]}));
    EXPECT_EQ(workspace.featuresWithin(layer, {500'300, 2'450'000, 500'300, 2'450'000}).size(), 2u);
    EXPECT_TRUE(workspace.featuresWithin(layer, {500'000, 2'450'100.01, 500'900, 2'450'200}).empty());
    EXPECT_TRUE(workspace.featuresWithin(layer, {}).empty());
    EXPECT_TRUE(workspace.featuresWithin(layer, {std::nan(""), 2'449'000, 500'450, 2'450'001}).empty());
}

TEST_F(LayerInStore, isFoundByWindowAsLookingAtEveryFeatureFindsIt) {
    Workspace workspace = newWorkspace();
    std::mt19937 random(12);
    std::uniform_real_distribution<double> metres(0, 20'000);
    std::vector<layers::Feature> features = plots(300);
    for (layers::Feature& feature : features) feature.geometry = squareAt(metres(random), metres(random));
    const std::int64_t layer = importPlots(workspace, features);
    for (int round = 0; round < 50; ++round) {
        geo::Extent window;
        window.include(geo::Coordinate{metres(random), metres(random)});
        window.include(geo::Coordinate{metres(random), metres(random)});
        auto expected = features;
        std::erase_if(expected,
                      [&](const auto& feature) { return !feature.geometry.extent().intersects(window); });
        EXPECT_EQ(workspace.featuresWithin(layer, window), expected);
    }
}

TEST_F(LayerInStore, isCutIntoRangesThatHoldEveryRowOnce) {
    Workspace workspace = newWorkspace();
    const auto features = plots(11);
    const std::int64_t layer = importPlots(workspace, features);
    for (const std::size_t parts : {1u, 3u, 11u, 50u})
        EXPECT_EQ(readInParts(workspace, layer, parts), features) << parts;
}

TEST_F(LayerInStore, isReadByManyThreadsThroughWorkspacesOfTheirOwn) {
    Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(4000));
    const auto ranges = workspace.partitions(layer, 8);
    std::vector<double> sums(ranges.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            threads.emplace_back([&, i] { sums[i] = sumOfAreas(file(), layer, ranges[i]); });
        }
    }
    double total = 0;
    for (const double sum : sums) total += sum;
    EXPECT_DOUBLE_EQ(total, 4000 + 4000.0 * 3999 / 2 / 8);
}

TEST_F(LayerInStore, isStillStreamedWhenItsWorkspaceHasGone) {
    std::optional<layers::FeatureStream> stream;
    {
        Workspace workspace = newWorkspace();
        stream = workspace.readLayer(importPlots(workspace, plots(5)));
    }
    EXPECT_EQ(collect(*stream).size(), 5u);
    layers::Feature feature;
    EXPECT_FALSE(stream->next(feature));
}

TEST_F(LayerInStore, isRefusedUnderANumberItDoesNotHave) {
    const Workspace workspace = newWorkspace();
    EXPECT_EQ(faultOf([&] { workspace.readLayer(12); }), "store.layer-missing");
}

TEST_F(LayerInStore, isListedByTheToolsOfGdal) {
    if (!hasOgrinfo()) GTEST_SKIP() << "ogrinfo is not installed";
    {
        Workspace workspace = newWorkspace("bản đồ.khoanh");
        importPlots(workspace, plots(3));
    }
    const std::string answer = ogrinfoOf(file("bản đồ.khoanh"), "-so forest_1");
    EXPECT_NE(answer.find("Geometry: Polygon"), std::string::npos) << answer;
    EXPECT_NE(answer.find("Feature Count: 3"), std::string::npos) << answer;
    EXPECT_NE(answer.find("9205"), std::string::npos) << answer;
}

TEST_F(LayerInStore, isAPlainTableToTheToolsOfGdalWhereItHasNoShapes) {
    if (!hasOgrinfo()) GTEST_SKIP() << "ogrinfo is not installed";
    {
        Workspace workspace = newWorkspace();
        importPlots(workspace, plots(1));
        importWithoutShapes(workspace, withoutShapes(plots(3)));
    }
    const std::string answer = ogrinfoOf(file(), "layer_2");
    EXPECT_NE(answer.find("Geometry: None"), std::string::npos) << answer;
    EXPECT_NE(answer.find("Feature Count: 3"), std::string::npos) << answer;
    EXPECT_EQ(answer.find("geom"), std::string::npos) << answer;
}

TEST_F(LayerInStore, showsFeaturesOfUnknownPlaceToTheToolsOfGdal) {
    if (!hasOgrinfo()) GTEST_SKIP() << "ogrinfo is not installed";
    {
        Workspace workspace = newWorkspace();
        auto sites = withoutShapes(plots(2));
        sites[1].geometry = geo::Geometry::point({500'000, 2'450'000});
        importStream(workspace, layers::streamOver(plotSchema(), {}, geo::GeometryKind::Point, sites));
    }
    const std::string answer = ogrinfoOf(file(), "layer_1");
    EXPECT_NE(answer.find("Geometry: Point"), std::string::npos) << answer;
    EXPECT_NE(answer.find("Feature Count: 2"), std::string::npos) << answer;
}
