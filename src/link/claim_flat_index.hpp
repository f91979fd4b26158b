// A map from 64-bit keys to 32-bit values for tables that are filled once and asked millions of times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace evigrade::link::reading {

class FlatIndex {
public:
    static constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

    /// Room for half as many keys as `slots`, a power of two; grows where that is not enough.
    explicit FlatIndex(std::size_t slots = 64) : slots_(slots) {}

    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        for (std::size_t at = place(key);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].value == nothing || slots_[at].key == key) return slots_[at].value;
        }
    }

    /// The value already held for the key, else `value`, which it then holds.
    std::uint32_t insert(std::uint64_t key, std::uint32_t value) {
        if ((count_ + 1) * 2 > slots_.size()) grow();
        std::size_t at = place(key);
        while (slots_[at].value != nothing && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        if (slots_[at].value != nothing) return slots_[at].value;
        slots_[at] = {key, value};
        ++count_;
        return value;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = nothing;
    };

    [[nodiscard]] std::size_t place(std::uint64_t key) const {
        const std::uint64_t mixed = key * 0x9E3779B97F4A7C15ULL;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U)) & (slots_.size() - 1);
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        count_ = 0;
        for (const Slot& slot : old) {
            if (slot.value != nothing) insert(slot.key, slot.value);
        }
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

}  // namespace evigrade::link::reading
