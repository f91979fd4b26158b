// JSON written straight into text, one record on one line, for what is printed by the megabyte: `extract` and the
// parsers. A tree of values built first took a quarter of all the time that `extract` needs.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"

namespace evigrade::render {

/// Puts the commas; what belongs together is nested by the functions that write it.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    /// {…}, with what `body` writes by `field`.
    template <class Body>
    void object(Body body) {
        open('{');
        body();
        close('}');
    }
    /// […], with `each` called for every item to write one value.
    template <class Items, class Each>
    void array(const Items& items, Each each) {
        open('[');
        for (const auto& item : items) each(item);
        close(']');
    }

    void key(std::string_view name) {
        value(name);
        out_ += ':';
        after_comma_ = true;
    }
    template <class T>
    void field(std::string_view name, const T& content) {
        key(name);
        value(content);
    }
    /// The field only where there is something.
    template <class T>
    void field_if_any(std::string_view name, const std::optional<T>& content) {
        if (content) field(name, *content);
    }

    /// Bytes that are no UTF-8 become U+FFFD.
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(bool yes) { raw(yes ? "true" : "false"); }
    void value(double number);
    void value(std::integral auto number) {
        char digits[24];
        raw({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)});
    }
    void value(Span span) {
        open('[');
        value(span.begin);
        value(span.end);
        close(']');
    }
    template <class T>
    void value(const std::optional<T>& content) {
        if (content) return value(*content);
        raw("null");
    }
    template <class T>
    void value(const std::vector<T>& items) {
        array(items, [&](const T& item) { value(item); });
    }

private:
    void open(char bracket) {
        comma();
        out_ += bracket;
        after_comma_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        after_comma_ = false;
    }
    void raw(std::string_view text) {
        comma();
        out_ += text;
    }
    void comma() {
        if (!after_comma_) out_ += ',';
        after_comma_ = false;
    }

    std::string& out_;
    bool after_comma_ = true;  ///< or at the beginning: the next value needs none
};

}  // namespace evigrade::render
