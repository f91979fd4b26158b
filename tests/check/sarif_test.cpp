// The SARIF log against the schema of its standard.
#include <cstdlib>

#include <catch2/catch.hpp>

#include "support/support.hpp"

using namespace evigrade;

TEST_CASE("the SARIF log of findings and suppressions is valid by the schema of SARIF 2.1.0") {
    if (std::system("python3 -c 'import jsonschema' 2> /dev/null") != 0) {
        test::say_skipped("SARIF schema (python3-jsonschema is not here)");
        return;
    }
    const test::Scratch scratch;
    const std::string file = scratch / "my page.md";
    test::write_file(file,
                     "# Biotin\n\n<!-- evigrade-ignore overclaim: quoting the maker -->\n\nBiotin cures hair loss.\n\n"
                     "Studies show that biotin stops hair loss.\n");
    const auto run = test::evigrade({"check", "--format", "sarif", file});
    CHECK(run.code == 1);
    CHECK(run.out.find("\"phantom_appeal\"") != std::string::npos);
    CHECK(run.out.find("\"inSource\"") != std::string::npos);
    const std::string log = scratch / "log.sarif";
    test::write_file(log, run.out);
    const std::string schema = test::source_dir() + "/tests/check/sarif-2.1.0-rtm.5.json";
    const std::string validate =
        "python3 -W ignore -c 'import json, sys, jsonschema; "
        "jsonschema.Draft4Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))' ";
    CHECK(std::system((validate + "'" + schema + "' '" + log + "'").c_str()) == 0);
    test::write_file(log, "{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}");
    CHECK(std::system((validate + "'" + schema + "' '" + log + "' 2> /dev/null").c_str()) != 0);
}
