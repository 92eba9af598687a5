// SPDX-License-Identifier: Apache-2.0
// Halves a ring again and again along its best chord.
#include "sample-data/generator/split.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sample-data/generator/rings.hpp"

namespace sample {
namespace {

constexpr std::size_t chordPieces = 4;
constexpr double chordRoughness = 0.11;
// Leaning on the area more than on the length keeps plots of one cell alike in size.
constexpr double unevennessWeight = 6;

struct Chord {
    double penalty;
    std::size_t from;
    std::size_t to;
};

using ChordLine = std::array<geo::Coordinate, chordPieces + 1>;

// Twice the areas swept from the first corner up to each corner.
std::vector<double> sweptAreas(const Ring& ring) {
    std::vector<double> swept{0.0};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double x0 = ring[i - 1].x - ring[0].x;
        const double y0 = ring[i - 1].y - ring[0].y;
        swept.push_back(swept.back() + x0 * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * y0);
    }
    return swept;
}

std::vector<Chord> chordsByPenalty(const Ring& ring, double share) {
    const auto swept = sweptAreas(ring);
    const double area_m2 = signedArea_m2(ring);
    std::vector<Chord> chords;
    for (std::size_t from = 0; from < ring.size(); ++from) {
        for (std::size_t to = from + 2; to < ring.size(); ++to) {
            if (from == 0 && to + 1 == ring.size()) continue;
            const double x0 = ring[from].x - ring[0].x;
            const double y0 = ring[from].y - ring[0].y;
            const double x1 = ring[to].x - ring[0].x;
            const double y1 = ring[to].y - ring[0].y;
            const double cut = (swept[to] - swept[from] + x1 * y0 - x0 * y1) / 2 / area_m2;
            const double uneven = std::min(std::abs(cut - share), std::abs(1 - cut - share));
            const double length2 = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)) / area_m2;
            chords.push_back({length2 + unevennessWeight * uneven, from, to});
        }
    }
    std::ranges::sort(chords, [](const Chord& a, const Chord& b) {
        if (a.penalty != b.penalty) return a.penalty < b.penalty;
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    return chords;
}

ChordLine lineAlong(const Ring& ring, const Chord& chord, double roughness, Random& random) {
    ChordLine line{};
    line.front() = ring[chord.from];
    line.back() = ring[chord.to];
    for (std::size_t step = chordPieces; step > 1; step /= 2) {
        for (std::size_t begin = 0; begin < chordPieces; begin += step) {
            const geo::Coordinate a = line[begin];
            const geo::Coordinate b = line[begin + step];
            const double shift = roughness * random.between(-1, 1);
            line[begin + step / 2] = {(a.x + b.x) / 2 - shift * (b.y - a.y),
                                      (a.y + b.y) / 2 + shift * (b.x - a.x)};
        }
    }
    return line;
}

bool isInside(const Ring& ring, const Chord& chord, const ChordLine& line) {
    for (std::size_t piece = 0; piece < chordPieces; ++piece) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const std::size_t next = (i + 1) % ring.size();
            if (piece == 0 && (i == chord.from || next == chord.from)) continue;
            if (piece + 1 == chordPieces && (i == chord.to || next == chord.to)) continue;
            if (segmentsCross(line[piece], line[piece + 1], ring[i], ring[next])) return false;
        }
    }
    return ringContains(ring, line[chordPieces / 2]);
}

struct Halves {
    Ring larger;
    Ring smaller;
};

Halves cutAlong(const Ring& ring, const Chord& chord, const ChordLine& line) {
    Ring inner(ring.begin() + static_cast<std::ptrdiff_t>(chord.from),
               ring.begin() + static_cast<std::ptrdiff_t>(chord.to) + 1);
    Ring outer(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(chord.from));
    outer.insert(outer.end(), line.begin(), line.end());
    outer.insert(outer.end(), ring.begin() + static_cast<std::ptrdiff_t>(chord.to) + 1, ring.end());
    inner.insert(inner.end(), line.rbegin() + 1, line.rend() - 1);
    if (signedArea_m2(inner) > signedArea_m2(outer)) return {std::move(inner), std::move(outer)};
    return {std::move(outer), std::move(inner)};
}

bool halve(const Ring& ring, double share, Random& random, Halves& halves) {
    const auto chords = chordsByPenalty(ring, share);
    for (const double roughness : {chordRoughness, 0.0}) {
        for (const Chord& chord : chords) {
            const ChordLine line = lineAlong(ring, chord, roughness, random);
            if (!isInside(ring, chord, line)) continue;
            halves = cutAlong(ring, chord, line);
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<Ring> splitRing(const Ring& ring, std::size_t pieces, Random& random) {
    Halves halves;
    const std::size_t fewer = pieces / 2;
    if (pieces < 2 ||
        !halve(ring, static_cast<double>(fewer) / static_cast<double>(pieces), random, halves)) {
        return {ring};
    }
    auto rings = splitRing(halves.larger, pieces - fewer, random);
    for (Ring& piece : splitRing(halves.smaller, fewer, random)) rings.push_back(std::move(piece));
    return rings;
}

}  // namespace sample
