// EndNote's older tagged export (.enw), from refer(1) of Unix: "%A Family, Given", one tag a line.
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/endnote.hpp"
#include "records/formats.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

/// A record that is being read: what it says so far, and the tag that a line without one goes on.
struct Entry {
    BibRecord record;
    Spot spot;
    std::string date;      ///< "%8", the day; the year stands in "%D"
    std::string abstract;
    std::optional<std::string> journal;  ///< "%J"
    std::optional<std::string> holder;   ///< "%B"
    std::size_t bytes = 0;
    bool begun = false;
};

void take_number(std::string_view value, BibItem& item) {
    const bool book = item.type == ItemType::book || item.type == ItemType::chapter;
    (book ? item.isbn : item.issn) = said(value);
}

void take_keywords(std::string_view value, BibRecord& record) {
    for (const auto line : split(value, '\n')) {
        for (const auto word : split(line, ';')) record.keywords.emplace_back(word);
    }
}

/// EndNote, "Importing Reference Data: tagged EndNote import format".
void take(char tag, std::string_view value, Entry& entry) {
    BibItem& item = entry.record.item;
    switch (tag) {
        case '0': item.type = type_of_endnote(value); break;
        case 'A': item.authors.push_back(value.ends_with(',') ? organisation(value.substr(0, value.size() - 1)) : person_of(value)); break;
        case 'E': item.editors.push_back(person_of(value)); break;
        case 'T': item.title = title_of(value); break;
        case 'J': entry.journal = said(value); break;
        case 'B': entry.holder = said(value); break;
        case 'V': item.volume = said(value); break;
        case 'N': item.issue = said(value); break;
        case 'P': item.page = pages_of(value); break;
        case 'D': item.issued = date_of(value); break;
        case '8': entry.date = value; break;
        case 'I': item.publisher = said(value); break;
        case 'C': item.publisher_place = said(value); break;
        case '7': item.edition = said(value); break;
        case '@': take_number(value, item); break;
        case 'R': item.doi = doi_of(value); break;
        case 'U': item.url = said(value); break;
        case 'X': entry.abstract = value; break;
        case 'K': take_keywords(value, entry.record); break;
        case 'G': entry.record.language = said(value); break;
        case 'F': entry.record.key = said(value); break;
        case '9': entry.record.publication_types.emplace_back(value); break;
        default: break;
    }
}

void finish(Entry& entry, Sink& sink) {
    if (!entry.begun) return;
    BibRecord& record = entry.record;
    BibItem& item = record.item;
    const bool whole = item.type == ItemType::book || item.type == ItemType::thesis || item.type == ItemType::report;
    if (!whole) item.container_title = entry.journal ? entry.journal : entry.holder;
    if (const auto day = date_of(entry.date); day && (!item.issued || day->year == item.issued->year)) item.issued = day;
    if (!item.doi && item.url && item.url->find("doi.org/") != std::string::npos) item.doi = doi_of(*item.url);
    if (item.url && item.url->find("pubmed") != std::string::npos) item.pmid = pmid_of(*item.url);
    record.abstract = said(entry.abstract);
    if (entry.bytes > largest_record) {
        sink.bad("the record is larger than 64 MB", entry.spot);
    } else if (says_something(record)) {
        sink.record(std::move(record), entry.spot);
    } else {
        sink.bad("the record has neither a title nor an identifier", entry.spot);
    }
    entry = {};
}

bool is_tag(std::string_view line) {
    return line.size() >= 2 && line[0] == '%' && line[1] > ' ' && (line.size() == 2 || line[2] == ' ' || line[2] == '\t');
}

}  // namespace

Status read_refer(Source& in, Sink& sink) {
    Lines lines(in);
    Entry entry;
    char tag = '\0';
    std::string value;
    const auto settle_tag = [&] {
        if (tag != '\0') take(tag, trim(value), entry);
        tag = '\0';
        value.clear();
    };
    while (const auto line = lines.next()) {
        const std::string_view text = trim(line->text);
        const bool begins = is_tag(text) && text[1] == '0';
        if (text.empty() || begins) {
            settle_tag();
            finish(entry, sink);
            if (sink.stopped()) return done();
        }
        if (text.empty()) continue;
        entry.bytes += text.size();
        if (is_tag(text)) {
            settle_tag();
            if (!std::exchange(entry.begun, true)) entry.spot = {line->offset, line->number};
            tag = text[1];
            value = text.substr(2);
        } else if (entry.bytes <= largest_record) {
            (value += '\n') += text;
        }
    }
    settle_tag();
    finish(entry, sink);
    return done();
}

}  // namespace evigrade::records
