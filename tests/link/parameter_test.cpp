// Sessions, intervals, doses, depths, durations, onsets and costs.
#include <catch2/catch.hpp>

#include "claim_page.hpp"

using namespace evigrade;
using test::ClaimPage;

namespace {

std::vector<Parameter> read(const std::string& sentence, const std::string& heading = "Mesotherapy") {
    ClaimPage page("Mesotherapy");
    page.heading(heading).text({sentence});
    return page.read({"mesotherapy"}).parameters;
}

void check(const std::string& sentence, ParameterKind kind, double low, double high, const std::string& unit) {
    INFO(sentence);
    const auto found = read(sentence);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == kind);
    CHECK(found[0].low == low);
    CHECK(found[0].high == high);
    CHECK(found[0].unit == unit);
}

}  // namespace

TEST_CASE("sessions are counted in figures and in words") {
    check("A standard course typically includes 5 to 15 sessions.", ParameterKind::sessions, 5, 15, "session");
    check("A typical course ranges from five to fifteen sessions.", ParameterKind::sessions, 5, 15, "session");
    check("Most salons suggest a minimum of 10 sessions.", ParameterKind::sessions, 10, 10, "session");
    check("Severe hair loss needs 8-10 sessions.", ParameterKind::sessions, 8, 10, "session");
}

TEST_CASE("an interval is told from a duration") {
    check("Treatments are spaced 1-2 weeks apart.", ParameterKind::interval, 1, 2, "week");
    check("Repeat every 4–6 months.", ParameterKind::interval, 4, 6, "month");
    check("The effect may last 6-12 months.", ParameterKind::duration, 6, 12, "month");
}

TEST_CASE("the onset is when something is first seen") {
    check("Visible results appear after the fourth or fifth session.", ParameterKind::onset, 4, 5, "session");
    check("Full results take 3-6 months.", ParameterKind::onset, 3, 6, "month");
    check("New growth usually appears after about three to four months.", ParameterKind::onset, 3, 4, "month");
    check("Improvements appear within the first 3-4 sessions.", ParameterKind::onset, 3, 4, "session");
}

TEST_CASE("doses and depths carry their units") {
    check("Take 1,000 mg with meals.", ParameterKind::dose, 1000, 1000, "mg");
    check("Our need is about 30 micrograms.", ParameterKind::dose, 30, 30, "mcg");
    check("Start with 1 mg to 5 mg a day.", ParameterKind::dose, 1, 5, "mg");
    check("The extract was given at 200 mg/kg by mouth.", ParameterKind::dose, 200, 200, "mg/kg");
    check("It takes 500 mg/day.", ParameterKind::dose, 500, 500, "mg");
    check("It is injected at 1-4 mm depth.", ParameterKind::depth, 1, 4, "mm");
}

TEST_CASE("a concentration is no dose") {
    CHECK(read("It was dissolved at 100 mg/ml.").empty());
    CHECK(read("His haemoglobin was 11.2 g%.").empty());
}

TEST_CASE("a price beside a number of sessions is one for a course") {
    const auto found = read("Package of 6-8 sessions: ₹18,000 to ₹60,000");
    REQUIRE(found.size() == 2);
    CHECK(found[1].unit == "INR per course");
    CHECK(found[1].currency == "INR");
}

TEST_CASE("a cost has a currency, and a place where one is named") {
    const auto usa = read("USA: $250 - $600 per session");
    REQUIRE(usa.size() == 1);
    CHECK(usa[0].kind == ParameterKind::cost);
    CHECK(usa[0].currency == "USD");
    CHECK(usa[0].place == "USA");
    CHECK(usa[0].low == 250);
    CHECK(usa[0].high == 600);
    const auto india = read("Per session: ₹3,000 to ₹10,000", "Cost in India");
    REQUIRE(india.size() == 1);
    CHECK(india[0].currency == "INR");
    CHECK(india[0].place == "India");
    CHECK(india[0].high == 10000);
    const auto emirates = read("UAE: AED 1,000 - 2,500 per session");
    REQUIRE(emirates.size() == 1);
    CHECK(emirates[0].currency == "AED");
    CHECK(emirates[0].high == 2500);
}

TEST_CASE("whom a number of sessions is for stands before the colon") {
    const auto found = read("Mild to moderate hair loss: 4-6 sessions");
    REQUIRE(found.size() == 1);
    CHECK(found[0].population == "Mild to moderate hair loss");
}

TEST_CASE("a year and a page number are no parameters") {
    CHECK(read("Mesotherapy was described in 1952 on page 12.").empty());
}
