// read: bytes in, an article out. The only room that knows what HTML, Markdown, JATS XML and PDF are.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/result.hpp"
#include "evigrade/model/article.hpp"

namespace evigrade::read {

struct Limits {
    std::size_t bytes = std::size_t{512} << 20;      ///< a larger source is refused by name
    std::size_t html_depth = 512;                    ///< gumbo is quadratic in nesting; deeper markup is read as flat text
    std::size_t html_bytes = std::size_t{32} << 20;  ///< larger HTML is read with its tags stripped, with a finding
    std::size_t pdf_seconds = 60;                    ///< of pdftotext
    std::size_t pdf_memory = std::size_t{1} << 30;   ///< of pdftotext, bytes of address space
};

/// Reads articles. The tables are loaded once; may be shared between threads.
class Reader {
public:
    explicit Reader(const Data& data);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    /// What read_file and read_bytes do, without loading the tables again for each article.
    [[nodiscard]] Result<Article> file(const std::string& path, const Limits& limits = {}) const;
    [[nodiscard]] Result<Article> bytes(std::string_view bytes, const std::string& name, const Limits& limits = {}) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

/// Reads one file ("-" is standard input). Errors name the file: missing, unreadable, too large, encrypted or
/// damaged PDF, no pdftotext. Every other defect (broken UTF-8, cut nesting) is a finding of the article.
Result<Article> read_file(const std::string& path, const Data& data, const Limits& limits = {});

/// The same for bytes in memory; `name` stands for the path and helps to tell the format.
Result<Article> read_bytes(std::string_view bytes, const std::string& name, const Data& data, const Limits& limits = {});

/// All bytes of a file, or of standard input for "-", as they are.
Result<std::string> source(const std::string& path, const Limits& limits = {});

/// The files below `path` that look like articles, in byte order of their paths; `path` itself if it is a file.
Result<std::vector<std::string>> article_files(const std::string& path);

}  // namespace evigrade::read
