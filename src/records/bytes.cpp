#include "records/bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace evigrade::records {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

Error unreadable(std::string what, const std::string& path, std::string hint) {
    return {Failure::unreadable_input, std::move(what), path, std::move(hint)};
}

class FileBytes final : public Bytes {
public:
    FileBytes(int file, std::string path) : file_(file), path_(std::move(path)), buffer_(piece_size, '\0') {}
    ~FileBytes() override {
        if (file_ != STDIN_FILENO) ::close(file_);
    }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::string_view next() override {
        for (;;) {
            const ssize_t count = ::read(file_, buffer_.data(), buffer_.size());
            if (count >= 0) return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
            if (errno == EINTR) continue;
            trouble_ = unreadable(std::strerror(errno), path_, "check that the file can be read to its end");
            return {};
        }
    }
    [[nodiscard]] std::optional<Error> trouble() const override { return trouble_; }

private:
    int file_;
    std::string path_;
    std::string buffer_;
    std::optional<Error> trouble_;
};

class TextBytes final : public Bytes {
public:
    TextBytes(std::string_view text, std::size_t piece) : rest_(text), piece_(piece == 0 ? 1 : piece) {}

    std::string_view next() override {
        const std::string_view piece = rest_.substr(0, piece_);
        rest_.remove_prefix(piece.size());
        return piece;
    }

private:
    std::string_view rest_;
    std::size_t piece_;
};

}  // namespace

Result<std::unique_ptr<Bytes>> open_bytes(const std::string& path) {
    if (path == "-") return std::unique_ptr<Bytes>(std::make_unique<FileBytes>(STDIN_FILENO, path));
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0)
        return unreadable(errno == ENOENT ? "there is no such file" : std::strerror(errno), path,
                          "check the spelling of the path");
    if (S_ISDIR(about.st_mode)) return unreadable("this is a folder", path, "name the files in it");
    if (!S_ISREG(about.st_mode) && !S_ISFIFO(about.st_mode) && !S_ISCHR(about.st_mode))
        return unreadable("this is no ordinary file", path, "name a file");
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return unreadable(std::strerror(errno), path, "check who may read the file");
    return std::unique_ptr<Bytes>(std::make_unique<FileBytes>(file, path));
}

std::unique_ptr<Bytes> bytes_of(std::string_view text, std::size_t piece) {
    return std::make_unique<TextBytes>(text, piece);
}

}  // namespace evigrade::records
