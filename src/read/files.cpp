// Which files of a folder are articles.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "evigrade/read.hpp"
#include "read/source.hpp"

namespace evigrade::read {
namespace fs = std::filesystem;

Result<std::vector<std::string>> article_files(const std::string& path) {
    if (path == "-") return std::vector<std::string>{path};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return Error{Failure::unreadable_input, "there is no such file or folder", path, "check the spelling of the path"};
    if (!fs::is_directory(status)) return std::vector<std::string>{path};
    std::vector<std::string> files;
    fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied, error);
    if (error) return Error{Failure::unreadable_input, error.message(), path, "check who may read the folder"};
    for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
        if (error) break;
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (std::error_code unknown; entry->is_regular_file(unknown) && has_article_extension(name)) {
            files.push_back(entry->path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace evigrade::read
