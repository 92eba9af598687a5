// SPDX-License-Identifier: Apache-2.0
// A record is its length, its source row, its values, its shape; numbers as the machine has them.
#include "layers/files/feature_spool.hpp"

#include <cerrno>
#include <cstring>
#include <span>

#include "geo/base/error.hpp"

namespace layers {
namespace {

template <class Number>
void put(std::string& record, Number number) {
    record.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void putText(std::string& record, const std::string& text) {
    put(record, static_cast<std::uint32_t>(text.size()));
    record += text;
}

void putValue(std::string& record, const Value& value) {
    put(record, static_cast<std::uint8_t>(value.index()));
    if (const auto* whole = std::get_if<std::int64_t>(&value)) put(record, *whole);
    if (const auto* number = std::get_if<double>(&value)) put(record, *number);
    if (const auto* text = std::get_if<std::string>(&value)) putText(record, *text);
}

void putShape(std::string& record, const geo::Geometry& shape) {
    put(record, static_cast<std::uint8_t>(shape.kind()));
    put(record, static_cast<std::uint32_t>(shape.partCount()));
    for (std::size_t part = 0; part < shape.partCount(); ++part) {
        const auto paths = shape.partPaths(part);
        put(record, static_cast<std::uint32_t>(paths.end - paths.begin));
        for (std::size_t i = paths.begin; i < paths.end; ++i) {
            const geo::Path path = shape.path(i);
            put(record, static_cast<std::uint32_t>(path.size()));
            record.append(reinterpret_cast<const char*>(path.data()), path.size_bytes());
        }
    }
}

/// Reads what put() wrote, in the same order.
class Record {
  public:
    explicit Record(std::string_view bytes) : m_bytes(bytes) {}

    template <class Number>
    Number take() {
        Number number;
        std::memcpy(&number, m_bytes.data(), sizeof number);
        m_bytes.remove_prefix(sizeof number);
        return number;
    }
    std::string takeText() {
        const auto size = take<std::uint32_t>();
        std::string text(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return text;
    }
    Value takeValue() {
        switch (take<std::uint8_t>()) {
            case 1: return take<std::int64_t>();
            case 2: return take<double>();
            case 3: return takeText();
            default: return {};
        }
    }
    geo::Geometry takeShape() {
        geo::Geometry shape(static_cast<geo::GeometryKind>(take<std::uint8_t>()));
        const auto parts = take<std::uint32_t>();
        for (std::uint32_t part = 0; part < parts; ++part) {
            shape.beginPart();
            const auto paths = take<std::uint32_t>();
            for (std::uint32_t path = 0; path < paths; ++path) takePath(shape);
        }
        return shape;
    }

  private:
    void takePath(geo::Geometry& shape) {
        const auto points = take<std::uint32_t>();
        for (std::uint32_t i = 0; i < points; ++i) shape.addCoordinate(take<geo::Coordinate>());
        shape.endPath();
    }
    std::string_view m_bytes;
};

}  // namespace

FeatureSpool::FeatureSpool(std::filesystem::path path)
    : m_path(std::move(path)),
      m_file(m_path, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc) {
    check(m_file.is_open());
}

FeatureSpool::~FeatureSpool() {
    m_file.close();
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

void FeatureSpool::check(bool good) const {
    if (good) return;
    throw geo::Error(geo::ErrorKind::Refused, "file.not-writable",
                     {{"path", m_path.string()}, {"reason", std::strerror(errno)}});
}

void FeatureSpool::write(const Feature& feature) {
    m_record.clear();
    put(m_record, std::uint64_t{0});
    put(m_record, feature.sourceRow);
    put(m_record, static_cast<std::uint32_t>(feature.values.size()));
    for (const Value& value : feature.values) putValue(m_record, value);
    putShape(m_record, feature.geometry);
    const std::uint64_t size = m_record.size() - sizeof(std::uint64_t);
    std::memcpy(m_record.data(), &size, sizeof size);
    m_file.write(m_record.data(), static_cast<std::streamsize>(m_record.size()));
    check(m_file.good());
}

void FeatureSpool::rewind() {
    m_file.flush();
    check(m_file.good());
    m_file.seekg(0);
}

bool FeatureSpool::read(Feature& feature) {
    std::uint64_t size = 0;
    if (!m_file.read(reinterpret_cast<char*>(&size), sizeof size)) return false;
    m_record.resize(size);
    m_file.read(m_record.data(), static_cast<std::streamsize>(size));
    check(m_file.good());
    Record record(m_record);
    feature.sourceRow = record.take<std::int64_t>();
    feature.values.resize(record.take<std::uint32_t>());
    for (Value& value : feature.values) value = record.takeValue();
    feature.geometry = record.takeShape();
    return true;
}

}  // namespace layers
