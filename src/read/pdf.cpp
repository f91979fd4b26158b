#include "read/pdf.hpp"

#include <string>
#include <utility>
#include <vector>

#include "read/child.hpp"
#include "read/findings.hpp"
#include "read/pdf_flow.hpp"
#include "read/pdf_page.hpp"

namespace evigrade::read {
namespace {

Error failed(const Article& article, std::string what, std::string hint) {
    return {Failure::unreadable_input, std::move(what), article.file, std::move(hint)};
}

/// Why pdftotext printed nothing, in words.
Status explain(const ChildRun& run, const Article& article) {
    const auto says = [&](const char* words) { return run.err.find(words) != std::string::npos; };
    switch (run.end) {
        case ChildRun::End::not_started:
            return failed(article, "pdftotext could not be started", "try again with fewer jobs");
        case ChildRun::End::out_of_time:
            return failed(article, "pdftotext took too long over this PDF", "print it to a new PDF, or save its text");
        case ChildRun::End::too_much_output:
            return failed(article, "this PDF holds too much text", "split it into articles");
        case ChildRun::End::crashed:
            return failed(article, "pdftotext broke down over this PDF, or needed too much memory",
                          "print it to a new PDF, or save its text");
        case ChildRun::End::exited:
            break;
    }
    if (run.code == 0) return done();
    if (says("Incorrect password") || says("password"))
        return failed(article, "this PDF is encrypted", "remove its password first");
    if (run.code == 3)
        return failed(article, "this PDF does not allow its text to be copied", "ask its publisher for a copy that does");
    return failed(article, "this PDF is damaged", "fetch it again, or repair it with qpdf");
}

}  // namespace

Status read_pdf(std::string_view bytes, const Limits& limits, Article& article, Page& page) {
    const auto program = program_path("pdftotext");
    if (!program)
        return failed(article, "reading a PDF needs pdftotext, which is not here", "install the package poppler-utils");
    ChildLimits child;
    child.seconds = limits.pdf_seconds;
    child.memory = limits.pdf_memory;
    const ChildRun run = run_child(*program, {"-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, child);
    if (auto status = explain(run, article); !status) return status;
    const std::size_t controls = write_pdf_text(pdf_pages(run.out, page), article);
    if (!run.err.empty())
        article.findings.push_back(
            {"damaged_pdf", Severity::warning, {}, "The PDF is damaged; some of its text may be missing"});
    note_controls(article, controls);
    return done();
}

}  // namespace evigrade::read
