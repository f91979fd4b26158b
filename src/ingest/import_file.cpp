#include "ingest/import_file.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "evigrade/base/hash.hpp"

namespace evigrade::ingest {
namespace fs = std::filesystem;

std::optional<std::string> fingerprint_of(const std::string& path) {
    std::error_code problem;
    if (!fs::is_regular_file(path, problem)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::string piece(std::size_t{1} << 20, '\0');
    std::string hash;
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto got = static_cast<std::size_t>(in.gcount());
        if (got == 0) break;
        hash = content_id(hash + content_id(std::string_view(piece).substr(0, got), 32), 32);
    }
    if (in.bad()) return std::nullopt;
    return content_id("file " + hash);
}

FileState remembered(store::Database& database, const std::string& fingerprint, const std::string& name) {
    FileState out;
    out.fingerprint = fingerprint;
    out.name = name;
    auto rows = database.query(
        "SELECT format, passed, records, deleted, bad, complete FROM import_file WHERE fingerprint = ?1", fingerprint);
    if (!rows.next()) return out;
    out.format = rows.word<records::Format>(0);
    out.passed = static_cast<std::size_t>(rows.integer(1));
    out.records = static_cast<std::size_t>(rows.integer(2));
    out.deleted = static_cast<std::size_t>(rows.integer(3));
    out.bad = static_cast<std::size_t>(rows.integer(4));
    out.complete = rows.integer(5) != 0;
    return out;
}

void remember(store::Database& database, const FileState& state) {
    if (state.fingerprint.empty()) return;
    database.run("INSERT OR REPLACE INTO import_file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", state.fingerprint, state.name,
                 state.format, state.passed, state.records, state.deleted, state.bad, state.complete);
}

std::optional<std::size_t> text_size(const std::string& path) {
    std::error_code problem;
    const auto size = fs::file_size(path, problem);
    if (problem) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::array<char, 2> magic{};
    in.read(magic.data(), 2);
    if (!in || magic[0] != '\x1f' || magic[1] != '\x8b') return static_cast<std::size_t>(size);
    // A gzip stream ends with the length of its text, modulo 2^32 (RFC 1952).
    std::array<char, 4> length{};
    in.seekg(-4, std::ios::end);
    in.read(length.data(), 4);
    if (!in) return std::nullopt;
    std::size_t out = 0;
    for (std::size_t i = 4; i-- > 0;) out = (out << 8) | static_cast<unsigned char>(length[i]);
    return out > size ? std::optional<std::size_t>(out) : std::nullopt;
}

Spool::Spool() {
    std::error_code ignored;
    path_ = (fs::temp_directory_path(ignored) / "evigrade-XXXXXX").string();
    const int file = ::mkstemp(path_.data());
    if (file < 0) return;
    std::string piece(std::size_t{1} << 16, '\0');
    for (ssize_t got = 0; (got = ::read(STDIN_FILENO, piece.data(), piece.size())) > 0;) {
        for (ssize_t put = 0; put < got;) {
            const ssize_t wrote = ::write(file, piece.data() + put, static_cast<std::size_t>(got - put));
            if (wrote <= 0) break;
            put += wrote;
        }
    }
    ::close(file);
}

Spool::~Spool() {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

}  // namespace evigrade::ingest
