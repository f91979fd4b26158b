// Where readers put what they read: counts, places, passing over.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "evigrade/records.hpp"

namespace evigrade::records {

/// A record larger than this is bad, whatever it holds: 64 MB.
constexpr std::size_t largest_record = std::size_t{64} << 20;

/// Where a record begins.
struct Spot {
    std::size_t offset = 0;           ///< bytes of text before it
    std::optional<std::size_t> line;  ///< from 1
};

class Sink {
public:
    Sink(std::string file, const Take& take, std::size_t skip) : file_(std::move(file)), take_(take), skip_(skip) {}

    /// Whether the next event will be taken. Where not, a reader may save the work of making it, but must still put
    /// something in its place.
    [[nodiscard]] bool wanted() const { return ordinal_ >= skip_; }
    /// Whether nothing more is to be read.
    [[nodiscard]] bool stopped() const { return reading_.stopped; }

    void record(BibRecord&& record, Spot spot);
    void bad(std::string why, Spot spot);
    void deleted(std::string pmid, Spot spot);

    [[nodiscard]] const Reading& reading() const { return reading_; }
    /// Records and bad ones so far, passed over or taken.
    [[nodiscard]] std::size_t seen() const { return ordinal_; }

private:
    RecordPlace place(Spot spot) const;
    bool passes();
    void give(Event&& event);

    std::string file_;
    const Take& take_;
    std::size_t skip_;
    std::size_t ordinal_ = 0;
    Reading reading_;
};

}  // namespace evigrade::records
