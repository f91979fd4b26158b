// Any bytes, through all rooms from reading to linking: no crash, no hang, and every span on the text it names.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "evigrade/ingest.hpp"

namespace {

using namespace evigrade;

void must_lie_within(Span span, std::string_view text) {
    if (span.begin > span.end || span.end > text.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const ingest::Pipeline pipeline{Data()};
    if (size == 0) return 0;
    // The first byte chooses the format, as a file's name would.
    constexpr std::string_view names[] = {"a.txt", "a.md", "a.html", "a.xml"};
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto result = pipeline.process(text, std::string(names[bytes[0] % std::size(names)]));
    if (!result) return 0;
    for (const auto& claim : result->linked.claims) must_lie_within(claim.span, result->article.text);
    for (const auto& citation : result->linked.citations) must_lie_within(citation.span, result->article.text);
    for (const auto& reference : result->linked.references) must_lie_within(reference.span, result->article.text);
    return 0;
}
