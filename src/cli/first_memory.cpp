#include "cli/first_memory.hpp"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

namespace evigrade::cli {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;
constexpr std::size_t region = 8 * huge_page;  ///< a page of it is there once it is touched, not before
// Volatile, or the compiler leaves out an allocation that nobody uses.
void* volatile filler = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

// NOLINTBEGIN(cppcoreguidelines-no-malloc,performance-no-int-to-ptr): what is asked of here is the allocator itself
void take_first_memory() {
    // The heap grows once, far enough to hold whole huge pages wherever they must begin, and is not given back.
    mallopt(M_MMAP_THRESHOLD, static_cast<int>(2 * region));
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(4 * region));
    void* const grown = std::malloc(region + 2 * huge_page);
    if (grown == nullptr) return;
    const auto here = reinterpret_cast<std::uintptr_t>(grown);
    const std::uintptr_t page = (here + huge_page - 1) / huge_page * huge_page;
    madvise(reinterpret_cast<void*>(page), region, MADV_HUGEPAGE);
    std::free(grown);
    // What lies before the pages is set aside untouched, which costs addresses and no memory. The allocator's own notes on
    // it must not reach into them: a page touched before it is called huge stays small.
    constexpr std::size_t margin = 4096;
    if (page - here > 2 * margin) filler = std::malloc(page - here - margin);
}
// NOLINTEND(cppcoreguidelines-no-malloc,performance-no-int-to-ptr)

}  // namespace evigrade::cli

#else

namespace evigrade::cli {

void take_first_memory() {}

}  // namespace evigrade::cli

#endif
