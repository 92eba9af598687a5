// SPDX-License-Identifier: Apache-2.0
// JSON into rules, rules into places of columns.
#include "layers/files/import_profile.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

/// One file being read.
class ProfileReader {
  public:
    explicit ProfileReader(fs::path path) : m_path(std::move(path)) {}

    ImportProfile read() const {
        if (!fs::is_regular_file(m_path))
            throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", m_path.string()}});
        std::ifstream stream(m_path);
        const Json json = Json::parse(stream);
        requireKeys(json, {"khoanh_profile", "title", "kind", "columns", "constants", "digits", "rows"});
        if (json.at("khoanh_profile") != 1) fail("khoanh_profile");
        ImportProfile profile;
        profile.name = m_path.stem().string() + " " + sha256OfFile(m_path);
        profile.kind = json.value("kind", "");
        const ProfilePart whole = partIn(json);
        profile.columns = whole.columns;
        profile.constants = whole.constants;
        const Json digitsOfCodes = json.value("digits", Json::object());
        for (const auto& [name, digits] : digitsOfCodes.items())
            profile.digits.push_back({name, digits.get<std::size_t>()});
        for (const Json& part : json.value("rows", Json::array())) {
            requireKeys(part, {"columns", "constants"});
            profile.rows.push_back(partIn(part));
        }
        return profile;
    }

    [[noreturn]] void fail(const std::string& reason) const {
        throw geo::Error(geo::ErrorKind::BadData, "profile.unreadable",
                         {{"path", m_path.string()}, {"reason", reason}});
    }

  private:
    void requireKeys(const Json& json, std::initializer_list<std::string_view> known) const {
        for (const auto& [key, value] : json.items()) {
            if (std::ranges::find(known, key) != known.end()) continue;
            throw geo::Error(geo::ErrorKind::BadData, "profile.key-unknown",
                             {{"path", m_path.string()}, {"key", key}});
        }
    }
    ProfilePart partIn(const Json& json) const {
        ProfilePart part;
        const Json columns = json.value("columns", Json::object());
        for (const auto& [name, heads] : columns.items()) {
            if (heads.is_string()) {
                part.columns.push_back({name, {heads.get<std::string>()}});
            } else {
                part.columns.push_back({name, heads.get<std::vector<std::string>>()});
            }
        }
        const Json constants = json.value("constants", Json::object());
        for (const auto& [name, value] : constants.items())
            part.constants.push_back({name, valueIn(value)});
        return part;
    }
    Value valueIn(const Json& json) const {
        if (json.is_number_integer()) return json.get<std::int64_t>();
        if (json.is_number()) return json.get<double>();
        if (!json.is_string()) fail(json.dump());
        return json.get<std::string>();
    }

    fs::path m_path;
};

FieldType typeOf(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return FieldType::Whole;
    return std::holds_alternative<double>(value) ? FieldType::Decimal : FieldType::Text;
}

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string headsOf(const Schema& schema) {
    std::vector<std::string> names;
    for (const Field& field : schema.fields()) names.push_back(field.name);
    return listOf(names);
}

/// Where the values of one row of ours come from: a place in the source, or a constant.
struct Origin {
    std::optional<std::size_t> place;
    Value constant = {};
    std::size_t digits = 0;
};

std::string withZeros(const std::string& text, std::size_t digits) {
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber && text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

struct FoundHead {
    std::size_t place;
    std::string told;
};

/// Under the first of its heads that the source has.
std::optional<FoundHead> findHead(const Schema& source, const ProfileColumn& column) {
    for (const std::string& head : column.heads) {
        const std::string key = plainKey(head);
        for (std::size_t i = 0; i < source.size(); ++i)
            if (plainKey(source.fields()[i].name) == key) return FoundHead{i, head};
    }
    return std::nullopt;
}

/// Later columns of one name take the place of earlier ones, as their values do.
void addFound(std::vector<FoundColumn>& found, const Schema& source,
              const std::vector<ProfileColumn>& columns) {
    for (const ProfileColumn& column : columns) {
        const auto head = findHead(source, column);
        if (!head) continue;
        std::erase_if(found, [&](const FoundColumn& earlier) { return earlier.name == column.name; });
        found.push_back({column.name, source.fields()[head->place].name, head->told});
    }
}

class Profiling {
  public:
    Profiling(FeatureStream source, const ImportProfile& profile)
        : m_source(std::move(source)), m_profile(profile) {
        const std::vector<ProfilePart> parts =
            profile.rows.empty() ? std::vector<ProfilePart>(1) : profile.rows;
        for (const ProfilePart& part : parts) addPart(part, profile.rows.empty());
        addOthers();
    }

    const Schema& schema() const { return m_schema; }

    bool next(Feature& feature) {
        if (m_part == m_parts.size() || m_isFresh) {
            if (!m_source.next(m_read)) return false;
            m_part = 0;
            m_isFresh = false;
        }
        feature.geometry = m_read.geometry;
        feature.sourceRow = m_read.sourceRow;
        feature.values.clear();
        for (const Origin& origin : m_parts[m_part]) feature.values.push_back(valueOf(origin));
        for (const std::size_t other : m_others) feature.values.push_back(m_read.values[other]);
        ++m_part;
        return true;
    }

  private:
    void addPart(const ProfilePart& part, bool isWhole) {
        std::vector<Origin> origins(m_schema.size());
        const auto put = [&](const std::string& name, const Origin& origin, FieldType type) {
            auto place = m_schema.indexOf(name);
            if (!place) {
                place = m_schema.size();
                m_schema.add({name, origin.digits > 0 ? FieldType::Text : type});
                for (auto& earlier : m_parts) earlier.emplace_back();
                origins.emplace_back();
            }
            origins[*place] = origin;
        };
        const auto putColumn = [&](const ProfileColumn& column, bool isNeeded) {
            const auto found = findHead(m_source.schema, column);
            if (!found && isNeeded) failColumn(column);
            if (!found) return;
            const std::size_t place = found->place;
            m_isUsed.resize(m_source.schema.size());
            m_isUsed[place] = true;
            put(column.name, {place, {}, digitsOf(column.name)}, m_source.schema.fields()[place].type);
        };
        for (const ProfileColumn& column : m_profile.columns) putColumn(column, false);
        for (const ProfileConstant& constant : m_profile.constants)
            put(constant.name, {std::nullopt, constant.value}, typeOf(constant.value));
        for (const ProfileColumn& column : part.columns) putColumn(column, !isWhole);
        for (const ProfileConstant& constant : part.constants)
            put(constant.name, {std::nullopt, constant.value}, typeOf(constant.value));
        m_parts.push_back(std::move(origins));
    }

    void addOthers() {
        m_isUsed.resize(m_source.schema.size());
        for (std::size_t i = 0; i < m_source.schema.size(); ++i) {
            if (m_isUsed[i]) continue;
            Field field = m_source.schema.fields()[i];
            while (m_schema.indexOf(field.name)) field.name += '_';
            m_schema.add(std::move(field));
            m_others.push_back(i);
        }
    }

    [[noreturn]] void failColumn(const ProfileColumn& column) const {
        throw geo::Error(
            geo::ErrorKind::BadData, "profile.column-missing",
            {{"column", column.name}, {"heads", listOf(column.heads)}, {"found", headsOf(m_source.schema)}});
    }

    std::size_t digitsOf(const std::string& name) const {
        const auto found = std::ranges::find(m_profile.digits, name, &ProfileDigits::name);
        return found == m_profile.digits.end() ? 0 : found->digits;
    }

    Value valueOf(const Origin& origin) const {
        if (!origin.place) return origin.constant;
        const Value& value = m_read.values[*origin.place];
        if (origin.digits == 0 || isMissing(value)) return value;
        return withZeros(textIn(value), origin.digits);
    }

    FeatureStream m_source;
    ImportProfile m_profile;
    Schema m_schema;
    std::vector<std::vector<Origin>> m_parts;
    std::vector<bool> m_isUsed;
    std::vector<std::size_t> m_others;
    Feature m_read;
    std::size_t m_part = 0;
    bool m_isFresh = true;
};

}  // namespace

ImportProfile readImportProfile(const fs::path& path) {
    const ProfileReader reader(path);
    try {
        return reader.read();
    } catch (const nlohmann::json::exception& fault) {
        reader.fail(fault.what());
    }
}

std::vector<std::vector<FoundColumn>> foundColumns(const Schema& source, const ImportProfile& profile) {
    std::vector<FoundColumn> whole;
    addFound(whole, source, profile.columns);
    if (profile.rows.empty()) return {whole};
    std::vector<std::vector<FoundColumn>> parts(profile.rows.size(), whole);
    for (std::size_t i = 0; i < parts.size(); ++i) addFound(parts[i], source, profile.rows[i].columns);
    return parts;
}

FeatureStream profiled(FeatureStream source, const ImportProfile& profile) {
    FeatureStream stream;
    stream.crs = source.crs;
    stream.kind = source.kind;
    stream.count = profile.rows.empty() ? source.count : -1;
    const auto profiling = std::make_shared<Profiling>(std::move(source), profile);
    stream.schema = profiling->schema();
    stream.next = [profiling](Feature& feature) { return profiling->next(feature); };
    return stream;
}

}  // namespace layers
