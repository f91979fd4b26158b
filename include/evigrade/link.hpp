// link: from mentions to meaning. References, citations, claims, parameters, findings.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::link {

class CitationWords;

/// Reads reference strings. Loads its model on first use; may be shared between threads.
class ReferenceParser {
public:
    explicit ReferenceParser(const Data& data);
    ~ReferenceParser();
    ReferenceParser(ReferenceParser&&) noexcept;
    ReferenceParser& operator=(ReferenceParser&&) noexcept;

    /// One reference as printed, with or without its number. Never fails: what cannot be read stays absent.
    [[nodiscard]] BibItem parse(std::string_view text) const;

private:
    struct Model;
    std::unique_ptr<Model> model_;
};

/// The parsed reference list of an article, one entry for each raw entry of the segmentation, in order.
std::vector<Reference> read_references(const Article& article, const Segmentation& segmentation,
                                       const ReferenceParser& parser);

/// In-text citations resolved against the list, in order of begin, with the findings of the integrity check.
struct CitationsFound {
    std::vector<Citation> citations;
    std::vector<Finding> findings;
};

/// Finds what an article cites. Loaded once, shared between threads.
class CitationFinder {
public:
    explicit CitationFinder(const Data& data);
    ~CitationFinder();
    CitationFinder(CitationFinder&&) noexcept;
    CitationFinder& operator=(CitationFinder&&) noexcept;

    [[nodiscard]] CitationsFound find(const Article& article, const Segmentation& segmentation,
                                      const std::vector<Reference>& references) const;

private:
    std::unique_ptr<CitationWords> words_;
};

/// Claims and parameters. Loaded once, shared between threads.
class ClaimReader {
public:
    explicit ClaimReader(const Data& data);
    ~ClaimReader();
    ClaimReader(ClaimReader&&) noexcept;
    ClaimReader& operator=(ClaimReader&&) noexcept;

    struct Found {
        std::vector<Claim> claims;
        std::vector<Parameter> parameters;
    };
    [[nodiscard]] Found read(const Article& article, const Segmentation& segmentation, const Mentions& mentions,
                             const std::vector<Reference>& references, const std::vector<Citation>& citations) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

/// What is wrong or risky in how an article claims and cites: every code has a page in docs/checks. Loaded once, shared
/// between threads.
class FaultFinder {
public:
    explicit FaultFinder(const Data& data);
    ~FaultFinder();
    FaultFinder(FaultFinder&&) noexcept;
    FaultFinder& operator=(FaultFinder&&) noexcept;

    /// In order of begin. The integrity of citations is CitationFinder's part.
    [[nodiscard]] std::vector<Finding> find(const Article& article, const Segmentation& segmentation,
                                            const Mentions& mentions, const Linked& linked) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

/// All of the above. Loaded once, shared between threads.
class Linker {
public:
    explicit Linker(const Data& data) : parser_(data), citations_(data), claims_(data), faults_(data) {}
    [[nodiscard]] Linked link(const Article& article, const Segmentation& segmentation, const Mentions& mentions) const;

private:
    ReferenceParser parser_;
    CitationFinder citations_;
    ClaimReader claims_;
    FaultFinder faults_;
};

}  // namespace evigrade::link
