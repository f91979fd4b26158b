#include "evigrade/base/data.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>

#include "base/embedded.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade {

/// Files of a replacing folder, read once and kept for as long as anyone holds the folder's Data.
struct Data::Files {
    std::mutex mutex;
    std::map<std::string, std::optional<std::string>, std::less<>> bytes;
};

Data::Data(std::string folder) : folder_(std::move(folder)), files_(std::make_shared<Files>()) {}

std::optional<std::string_view> Data::find(std::string_view name) const {
    if (files_) {
        const std::scoped_lock lock(files_->mutex);
        auto [entry, fresh] = files_->bytes.try_emplace(std::string(name));
        if (fresh) {
            std::ifstream file(folder_ + "/" + std::string(name), std::ios::binary);
            if (file) entry->second.emplace(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
        if (entry->second) return *entry->second;
    }
    const auto* found =
        std::find_if(embedded_begin(), embedded_end(), [&](const EmbeddedFile& file) { return file.name == name; });
    if (found == embedded_end()) return std::nullopt;
    return std::string_view(found->begin, static_cast<std::size_t>(found->end - found->begin));
}

std::vector<std::string_view> Data::list(std::string_view prefix) const {
    std::vector<std::string_view> names;
    for (const auto* file = embedded_begin(); file != embedded_end(); ++file) {
        if (file->name.starts_with(prefix)) names.push_back(file->name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Table::Table(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        // a row may begin with "#", which stands for a number in phrases; a comment has no cells
        const bool row = !columns_.empty() && line.find('\t') != std::string_view::npos;
        if (trim(line).empty() || (line.starts_with('#') && !row)) continue;
        if (columns_.empty()) {
            columns_ = split_exact(line, '\t');
            continue;
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            cells_.push_back(trim(line.substr(0, tab)));
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
    }
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
}

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

std::string_view Table::at(std::size_t row, std::string_view column_name) const {
    const auto place = column(column_name);
    return place ? cell(row, *place) : std::string_view();
}

}  // namespace evigrade
