// SPDX-License-Identifier: Apache-2.0
// The generator behind the verb.
#include "app/jobs/sample.hpp"

#include "app/project/province_pack.hpp"
#include "sample-data/generator/sample.hpp"

namespace app {

Outcome makeSampleFiles(const SampleFilesRequest& request, geo::Progress& progress) {
    const ProvincePack pack = readPack(request.dataFolder, request.province);
    const sample::SampleRequest sampleRequest{.packFolder = pack.folder,
                                              .targetFolder = request.targetFolder,
                                              .plots = request.plots,
                                              .crossing = request.crossing,
                                              .plantsFaults = request.plantsFaults};
    const auto made = sample::makeSample(sampleRequest, progress);
    Outcome outcome{.verb = "sample"};
    outcome.files = made.files;
    for (const auto& file : made.files) outcome.rows.push_back({{"file", file.string()}});
    outcome.summary = {{"sample.made",
                        {{"path", request.targetFolder.string()},
                         {"files", static_cast<std::int64_t>(made.files.size())},
                         {"plots", request.plots}}}};
    return outcome;
}

}  // namespace app
