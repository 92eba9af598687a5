// SPDX-License-Identifier: Apache-2.0
// Flags into options.
#include "tests/bench/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>
#include <string_view>

namespace bench {
namespace {

struct Flags {
    bool withoutPeers = false;
    bool slowPeers = false;
};

void addTo(CLI::App& app, Options& options, Flags& flags) {
    const std::set<std::string> rows(rowNames.begin(), rowNames.end());
    app.add_option("--plots", options.plots, "forest plots in W")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--rows", options.rows, "what to measure; all without it")
        ->delimiter(',')
        ->check(CLI::IsMember(rows));
    app.add_option("--runs", options.runs, "runs that count of each")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--points", options.points, "points to locate")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--growth-to", options.growthTo, "growth from 30,000 plots by tens up to so many")
        ->capture_default_str();
    app.add_option("--work", options.work, "folder where W is made, kept and found again");
    app.add_option("--markdown", options.markdown, "page that gets the tables between its marks");
    app.add_flag("--slow-peers", flags.slowPeers, "peers that take minutes, too");
    app.add_flag("--without-peers", flags.withoutPeers, "no other program");
    app.add_option("--step", options.step, "one step of the engine, once, on the W of --work");
    app.add_option("--threads", options.threads, "threads of that step")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
}

Peers peersBy(const Flags& flags) {
    if (flags.withoutPeers) return Peers::None;
    return flags.slowPeers ? Peers::SlowToo : Peers::Usual;
}

/// A page about figures has no use for the folders of the machine they come from.
bool namesAPlace(std::string_view word) {
    return word.starts_with("--work") || word.starts_with("--markdown");
}

std::string typed(int count, const char* const* words) {
    std::string text = std::filesystem::path(words[0]).filename().string();
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (!namesAPlace(word)) text.append(" ").append(word);
        if (namesAPlace(word) && word.find('=') == std::string_view::npos) ++i;
    }
    return text;
}

}  // namespace

bool Options::wants(const std::string& row) const {
    return rows.empty() || std::ranges::find(rows, row) != rows.end();
}

std::optional<Options> parseOptions(int count, const char* const* words, int& exitCode) {
    Options options;
    Flags flags;
    CLI::App app("Measures the engine beside its peers and beside the bare read of the same data.");
    addTo(app, options, flags);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& fault) {
        exitCode = app.exit(fault);
        return std::nullopt;
    }
    options.peers = peersBy(flags);
    options.commandLine = typed(count, words);
    return options;
}

}  // namespace bench
