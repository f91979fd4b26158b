// EndNote's older tagged export (.enw), from refer(1) of Unix: "%A Family, Given", one tag a line.
#include <array>
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
    std::string date;  ///< "%8", the day; the year stands in "%D"
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

Name name_of(std::string_view value) {
    return value.ends_with(',') ? organisation(value.substr(0, value.size() - 1)) : person_of(value);
}

struct Tag {
    char letter;
    void (*take)(std::string_view value, Entry& entry);
};
/// EndNote, "Importing Reference Data: tagged EndNote import format".
constexpr std::array<Tag, 22> tags{{
    {'0', [](std::string_view v, Entry& e) { e.record.item.type = type_of_endnote(v); }},
    {'A', [](std::string_view v, Entry& e) { e.record.item.authors.push_back(name_of(v)); }},
    {'E', [](std::string_view v, Entry& e) { e.record.item.editors.push_back(name_of(v)); }},
    {'T', [](std::string_view v, Entry& e) { e.record.item.title = title_of(v); }},
    {'J', [](std::string_view v, Entry& e) { e.journal = said(v); }},
    {'B', [](std::string_view v, Entry& e) { e.holder = said(v); }},
    {'V', [](std::string_view v, Entry& e) { e.record.item.volume = said(v); }},
    {'N', [](std::string_view v, Entry& e) { e.record.item.issue = said(v); }},
    {'P', [](std::string_view v, Entry& e) { e.record.item.page = pages_of(v); }},
    {'D', [](std::string_view v, Entry& e) { e.record.item.issued = date_of(v); }},
    {'8', [](std::string_view v, Entry& e) { e.date = v; }},
    {'I', [](std::string_view v, Entry& e) { e.record.item.publisher = said(v); }},
    {'C', [](std::string_view v, Entry& e) { e.record.item.publisher_place = said(v); }},
    {'7', [](std::string_view v, Entry& e) { e.record.item.edition = said(v); }},
    {'@', [](std::string_view v, Entry& e) { take_number(v, e.record.item); }},
    {'R', [](std::string_view v, Entry& e) { e.record.item.doi = doi_of(v); }},
    {'U', [](std::string_view v, Entry& e) { e.record.item.url = said(v); }},
    {'X', [](std::string_view v, Entry& e) { e.abstract = v; }},
    {'K', [](std::string_view v, Entry& e) { take_keywords(v, e.record); }},
    {'G', [](std::string_view v, Entry& e) { e.record.language = said(v); }},
    {'F', [](std::string_view v, Entry& e) { e.record.key = said(v); }},
    {'9', [](std::string_view v, Entry& e) { e.record.publication_types.emplace_back(v); }},
}};

void take(char letter, std::string_view value, Entry& entry) {
    for (const Tag& tag : tags) {
        if (tag.letter == letter) tag.take(value, entry);
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
