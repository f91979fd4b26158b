// The one channel of failure: a value, or an error that says what went wrong, where, and what to do.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace evigrade {

/// Why a door could not be opened. The numbers are the program's exit codes (DESIGN 4).
enum class Failure {
    usage = 2,             ///< the caller asked for something that does not exist
    unreadable_input = 3,  ///< a file is missing, damaged or of no known format
    store = 4,             ///< the database could not be opened, read or written
    partial = 5,           ///< some of the work was done
    interrupted = 130,     ///< the person pressed Ctrl-C
};

/// Three lines for a person: what happened, `in:` which place, `hint:` what to try.
struct Error {
    Failure failure = Failure::unreadable_input;
    std::string what;
    std::string in;    ///< file, record or option; may be empty
    std::string hint;  ///< may be empty
};

/// A `T`, or an `Error`. Reading `value()` of an error is a precondition violation.
template <class T>
class Result {
public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit, so that `return value;` reads well
    Result(Error error) : state_(std::move(error)) {}  // NOLINT: likewise

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
    [[nodiscard]] T& value() & { return std::get<T>(state_); }
    [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
    [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> state_;
};

/// The result of work that yields nothing but success.
using Status = Result<std::monostate>;

inline Status done() {
    return Status{std::monostate{}};
}

}  // namespace evigrade
