#include <set>

#include "evigrade/base/hash.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/lexicon.hpp"
#include "evigrade/link.hpp"
#include "evigrade/read.hpp"
#include "evigrade/recognise.hpp"
#include "evigrade/segment.hpp"

namespace evigrade::ingest {

struct Pipeline::Rooms {
    explicit Rooms(Data from)
        : data(std::move(from)), reader(data), lexicon(data), cutter(data), recogniser(lexicon, data), linker(data) {}

    Data data;
    read::Reader reader;
    Lexicon lexicon;
    segment::Cutter cutter;
    recognise::Recogniser recogniser;
    link::Linker linker;
};

namespace {

/// Two claims of one sentence would share an id: the later ones get one of their own.
void tell_apart(std::vector<Claim>& claims) {
    std::set<std::string> taken;
    for (auto& claim : claims) {
        const std::string id = claim.id;
        for (std::size_t copy = 2; !taken.insert(claim.id).second; ++copy) {
            claim.id = content_id(id + "#" + std::to_string(copy));
        }
    }
}

}  // namespace

Pipeline::Pipeline(Data data) : rooms_(std::make_unique<Rooms>(std::move(data))) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

const Data& Pipeline::data() const {
    return rooms_->data;
}

Ingested Pipeline::process(Article article) const {
    Ingested out;
    out.article = std::move(article);
    out.segmentation = rooms_->cutter.cut(out.article);
    out.mentions = rooms_->recogniser.recognise(out.article, out.segmentation);
    out.linked = rooms_->linker.link(out.article, out.segmentation, out.mentions);
    tell_apart(out.linked.claims);
    return out;
}

Result<Ingested> Pipeline::process(const std::string& path) const {
    auto article = rooms_->reader.file(path);
    if (!article) return article.error();
    return process(std::move(article).value());
}

Result<Ingested> Pipeline::process(std::string_view bytes, const std::string& name) const {
    auto article = rooms_->reader.bytes(bytes, name);
    if (!article) return article.error();
    return process(std::move(article).value());
}

}  // namespace evigrade::ingest
