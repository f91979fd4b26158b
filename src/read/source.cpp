#include "read/source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

struct Extension {
    std::string_view name;
    ArticleFormat format;
};
constexpr std::array<Extension, 10> extensions{{
    {".txt", ArticleFormat::text},
    {".text", ArticleFormat::text},
    {".md", ArticleFormat::markdown},
    {".markdown", ArticleFormat::markdown},
    {".html", ArticleFormat::html},
    {".htm", ArticleFormat::html},
    {".xhtml", ArticleFormat::html},
    {".xml", ArticleFormat::jats},
    {".nxml", ArticleFormat::jats},
    {".pdf", ArticleFormat::pdf},
}};

/// What files that are no articles begin with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> magics{{
    {"\x1F\x8B", "a gzip archive"},
    {"PK\x03\x04", "a zip archive or office document"},
    {"BZh", "a bzip2 archive"},
    {"\xFD\x37zXZ", "an xz archive"},
    {"\x28\xB5\x2F\xFD", "a zstd archive"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"Rar!\x1A", "a RAR archive"},
    {"\x89PNG", "an image"},
    {"\xFF\xD8\xFF", "an image"},
    {"GIF8", "an image"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "a database"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"{\\rtf", "an RTF document"},
}};

Error unreadable(std::string what, const std::string& path, std::string hint) {
    return {Failure::unreadable_input, std::move(what), path, std::move(hint)};
}

std::string_view extension_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::size_t slash = name.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    return name.substr(dot);
}

/// By the first characters: for standard input and files without a known name.
ArticleFormat format_by_content(std::string_view bytes) {
    std::string head = lower(trim(bytes.substr(0, 2048)));
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    const auto has = [&](std::string_view sign) { return head.find(sign) != std::string::npos; };
    if (head.starts_with("%pdf-")) return ArticleFormat::pdf;
    if (has("<!doctype html") || has("<html") || head.starts_with("<?php")) return ArticleFormat::html;
    if (has("<article ") && (has("jats") || has("nlm//dtd") || has("article-type") || head.starts_with("<?xml")))
        return ArticleFormat::jats;
    if (head.starts_with("<body") || head.starts_with("<div") || head.starts_with("<p>") || head.starts_with("<h1"))
        return ArticleFormat::html;
    if (head.starts_with("---\n") || head.starts_with("# ")) return ArticleFormat::markdown;
    return ArticleFormat::text;
}

Result<std::string> read_all(int file, const std::string& path, const Limits& limits) {
    std::string bytes;
    std::string buffer(std::size_t{1} << 16, '\0');
    for (;;) {
        const ssize_t count = ::read(file, buffer.data(), buffer.size());
        if (count == 0) return bytes;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unreadable(std::strerror(errno), path, "check that the file can be read");
        bytes.append(buffer, 0, static_cast<std::size_t>(count));
        if (bytes.size() > limits.bytes)
            return unreadable("the file is larger than " + std::to_string(limits.bytes >> 20) + " MB", path,
                              "split it, or leave it out");
    }
}

}  // namespace

bool has_article_extension(std::string_view name) {
    const std::string extension = lower(extension_of(name));
    return std::any_of(extensions.begin(), extensions.end(), [&](const Extension& e) { return e.name == extension; });
}

Result<ArticleFormat> format_of(std::string_view bytes, const std::string& name) {
    for (const auto& [magic, what] : magics) {
        if (bytes.starts_with(magic))
            return unreadable("this is " + std::string(what) + ", not an article", name,
                              "articles are text, Markdown, HTML, JATS XML or PDF files");
    }
    if (bytes.starts_with("%PDF-")) return ArticleFormat::pdf;
    const std::string extension = lower(extension_of(name));
    for (const Extension& known : extensions) {
        if (known.name != extension) continue;
        // XHTML is called .xml too, and a page saved as .xml may be either.
        if (known.format == ArticleFormat::jats && format_by_content(bytes) == ArticleFormat::html)
            return ArticleFormat::html;
        return known.format;
    }
    return format_by_content(bytes);
}

Result<std::string> load(const std::string& path, const Limits& limits) {
    if (path == "-") return read_all(STDIN_FILENO, path, limits);
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0)
        return unreadable(errno == ENOENT ? "there is no such file" : std::strerror(errno), path,
                          "check the spelling of the path");
    if (S_ISDIR(about.st_mode))
        return unreadable("this is a folder", path, "name the files in it, or use a command that takes folders");
    if (!S_ISREG(about.st_mode) && !S_ISFIFO(about.st_mode) && !S_ISCHR(about.st_mode))
        return unreadable("this is no ordinary file", path, "name a file");
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return unreadable(std::strerror(errno), path, "check who may read the file");
    auto bytes = read_all(file, path, limits);
    ::close(file);
    return bytes;
}

Result<std::string> source(const std::string& path, const Limits& limits) {
    return load(path, limits);
}

}  // namespace evigrade::read
