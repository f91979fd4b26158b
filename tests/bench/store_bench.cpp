// How fast a store fills, and how a lookup compares with the sqlite3 shell that fetches the same rows.
//   store_bench fill FILE CLAIMS         makes a store, or fills it further
//   store_bench lookup FILE T C          one lookup as a process would do it; prints the answer's rows
//   store_bench ratio FILE [PROGRAM]     whole processes: PROGRAM evidence (or this lookup) against sqlite3
//   store_bench script FILE PLACE        what the shell is given for the question at that place
//   store_bench grade FILE               answers and grades in process, in processor time
//   store_bench touch FILE               what one more article costs, and how many rows it changes; it is taken out again
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>

#include "evigrade/catalog.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/lexicon.hpp"
#include "evigrade/query.hpp"
#include "store/bodies.hpp"
#include "store/database.hpp"
#include "support/make.hpp"

using namespace evigrade;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Numbers that look random and are the same everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t operator()(std::size_t sides) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33) % sides;
    }

private:
    std::uint64_t state_;
};

struct World {
    std::vector<const Entity*> treatments;
    std::vector<const Entity*> conditions;
    std::vector<Study> studies;
};

World world(const Lexicon& lexicon, const Data& data) {
    World out;
    for (const auto& entity : lexicon.entities()) {
        if (entity.kind == EntityKind::treatment) out.treatments.push_back(&entity);
        if (entity.kind == EntityKind::condition) out.conditions.push_back(&entity);
    }
    out.studies = catalog::load(data);
    return out;
}

/// Small numbers are common, as popular treatments are: a few get most of the claims.
std::size_t popular(Dice& dice, std::size_t sides) {
    return std::min(dice(sides), std::min(dice(sides), dice(sides)));
}

/// An article of twenty claims: a third cited, half of these to the catalogue.
Ingested article(const World& in, std::size_t number) {
    Dice dice(number + 1);
    test::Make make("bench/" + std::to_string(number) + ".txt");
    make.titled("Article " + std::to_string(number));
    const auto add = [&](const Entity& entity) { make.entity(entity.id, entity.kind, {}, EntityOrigin::lexicon); };
    for (int n = 1; n <= 5; ++n) {
        const bool known = n % 2 == 0 && !in.studies.empty();
        make.reference(n, known ? in.studies[dice(in.studies.size())].reports.front()
                                : test::paper("Author" + std::to_string(dice(40000)), 1990 + static_cast<int>(dice(30)),
                                              "Trial of remedy " + std::to_string(dice(60000)) + " against malady " +
                                                  std::to_string(dice(60000)),
                                              "J Bench Med", std::to_string(dice(90)), std::to_string(dice(900))));
    }
    const Entity& main = *in.treatments[popular(dice, in.treatments.size())];
    for (int i = 0; i < 20; ++i) {
        const Entity& treatment = i % 3 == 2 ? *in.treatments[popular(dice, in.treatments.size())] : main;
        const Entity& condition = *in.conditions[popular(dice, in.conditions.size())];
        add(treatment);
        add(condition);
        std::vector<std::size_t> citations;
        if (i % 3 == 0) citations.push_back(make.cite({static_cast<int>(dice(5)) + 1}, "(Author, 2000)"));
        constexpr Stance stances[] = {Stance::supports, Stance::supports, Stance::refutes, Stance::insufficient,
                                      Stance::harm};
        const Stance stance = stances[dice(5)];
        make.claim("Claim " + std::to_string(number) + "." + std::to_string(i) + ": " + treatment.name + " and " +
                       condition.name + ", as this sentence of the usual length says to whoever reads it.",
                   {treatment.id}, {condition.id}, stance == Stance::harm ? ClaimKind::safety : ClaimKind::efficacy, stance,
                   citations);
    }
    return make.done();
}

/// Its statement ends with it: an open one keeps the log from being folded into the file.
std::size_t articles_in(store::Database& database) {
    auto rows = database.query("SELECT count(*) FROM article");
    return rows.next() ? rows.count(0) : 0;
}

int fill(const std::string& file, std::size_t claims) {
    const Data data;
    const Lexicon lexicon(data);
    const World in = world(lexicon, data);
    const grade::Policy policy(data);
    auto store = ingest::open(file, data);
    if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
    // A bench need not outlive a power cut, nor share its file.
    store->database().script("PRAGMA synchronous = OFF; PRAGMA cache_size = -1500000; PRAGMA wal_autocheckpoint = 20000");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::size_t first = articles_in(store->database());
    const auto start = Clock::now();
    auto last = start;
    for (std::size_t i = first; i < claims / 20; ++i) {
        const auto receipt = ingest::put(*store, article(in, i), policy);
        if (!receipt) return std::fprintf(stderr, "%s\n", receipt.error().what.c_str()), 4;
        if ((i + 1) % 1000 != 0) continue;
        std::printf("%8zu claims, last 1000 articles %.2f ms each\n", (i + 1) * 20, milliseconds_since(last) / 1000);
        last = Clock::now();
    }
    std::printf("%.1f s in all, %.2f ms an article\n", milliseconds_since(start) / 1000,
                milliseconds_since(start) / static_cast<double>(claims / 20 - first));
    return 0;
}

using Pair = std::pair<std::string, std::string>;

/// The pair at a place in the order of claims, among those with evidence: 1 is the hardest question there is.
Pair pair_at(store::Database& database, int place) {
    auto rows = database.query(
        "SELECT t.treatment, t.condition FROM tally AS t JOIN grade AS g ON g.treatment = t.treatment AND g.condition = "
        "t.condition "
        "AND g.purpose = 'benefit' ORDER BY t.claims DESC LIMIT 1 OFFSET ?1",
        place - 1);
    if (!rows.next()) return {"mesotherapy", "hair-loss"};
    return {rows.text(0), rows.text(1)};
}

int lookup(const std::string& file, const std::string& treatment, const std::string& condition) {
    const auto store = store::Store::open(file, store::Access::read);
    if (!store) return 4;
    const grade::Policy policy{Data()};
    const auto reply = query::evidence(*store, policy, treatment, condition);
    if (!reply || reply->answers.empty()) return 1;
    const auto& answer = reply->answers.front();
    std::printf("%.4f %.4f\n", points(answer.benefit.grade.support), points(answer.benefit.grade.oppose));
    for (const auto& unit : answer.benefit.grade.units)
        std::printf("%s %d\n", unit.item.label.c_str(), unit.effective_level);
    for (const auto& row : answer.claims) std::printf("%s %s\n", row.claim.id.c_str(), row.claim.text.c_str());
    return 0;
}

/// What the answer fetches, as one would type it into the shell.
std::string shell_script(const std::string& t, const std::string& c, const std::vector<HarmAnswer>& harms) {
    const auto about = [&](const std::string& of, const std::string& condition) {
        return of + "treatment = '" + t + "' AND " + of + "condition = '" + condition + "'";
    };
    const auto claims = [&](const std::string& condition) {
        return "SELECT c.*, a.id, a.title, a.file, (SELECT group_concat(entity) FROM claim_treatment WHERE claim = c.key), "
               "(SELECT "
               "group_concat(entity) FROM claim_target WHERE claim = c.key), (SELECT group_concat(DISTINCT study) FROM flow "
               "WHERE claim = "
               "c.key) FROM claim_topic AS p JOIN claim AS c ON c.key = p.claim JOIN article AS a ON a.key = c.article "
               "WHERE " +
               about("p.", condition);
    };
    const auto body = [&](const std::string& condition, const std::string& purpose) {
        return "SELECT e.*, s.*, d.* FROM evidence AS e JOIN study AS s ON s.id = e.study LEFT JOIN study_design AS d ON "
               "d.study = s.id AND "
               "d.place = 0 WHERE " +
               about("e.", condition) + " AND e.purpose = '" + purpose +
               "';"
               "SELECT f.claim_id, a.id FROM evidence AS e JOIN flow AS f ON f.study = e.study AND f.purpose = e.purpose "
               "JOIN claim AS c "
               "ON c.key = f.claim JOIN article AS a ON a.key = c.article WHERE " +
               about("e.", condition) + " AND e.purpose = '" + purpose + "';";
    };
    const std::string ranked = " ORDER BY weakness, fewness, p.id LIMIT ";
    std::string script = "SELECT * FROM name JOIN entity ON id = entity WHERE name.key IN ('" + t + "', '" + c + "');";
    script += body(c, "benefit") + claims(c) + ranked + "20;";
    script += claims(c) + " AND p.kind = 'comparison'" + ranked + "20;";
    script += claims(c) + " AND p.stance = 'insufficient' ORDER BY p.id LIMIT 20;";
    for (const auto& harm : harms)
        script += body(harm.harm.id, "harm") + claims(harm.harm.id) + " AND p.stance = 'harm'" + ranked + "5;";
    script += "SELECT * FROM tally WHERE " + about("", c) + ";";
    return script;
}

/// Milliseconds of a whole process, its output thrown away.
double run(const std::vector<std::string>& command) {
    const auto start = Clock::now();
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(126);
        std::vector<char*> arguments;
        for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return milliseconds_since(start);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

constexpr int places[] = {1, 10, 100, 1000, 10000};

int ratio(const std::string& self, const std::string& file, const std::string& program) {
    for (const int place : places) {
        Pair pair;
        std::string script;
        {
            const auto store = store::Store::open(file, store::Access::read);
            if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
            pair = pair_at(store->database(), place);
            const auto reply = query::evidence(*store, grade::Policy{Data()}, pair.first, pair.second);
            if (!reply || reply->answers.empty()) return 1;
            script = shell_script(pair.first, pair.second, reply->answers.front().harms);
        }
        const std::vector<std::string> ours =
            program.empty()
                ? std::vector<std::string>{self, "lookup", file, pair.first, pair.second}
                : std::vector<std::string>{program, "evidence", "--db", file, pair.first, "--for", pair.second, "--json"};
        std::vector<double> a;
        std::vector<double> b;
        for (int i = 0; i < 51; ++i) {  // in turn, so that both see the same machine
            a.push_back(run(ours));
            b.push_back(run({"sqlite3", "-readonly", file, script}));
        }
        std::printf("%5d  %s for %s: %.2f ms, sqlite3 shell %.2f ms, ratio %.2f\n", place, pair.first.c_str(),
                    pair.second.c_str(), median(a), median(b), median(a) / median(b));
    }
    return 0;
}

int script(const std::string& file, int place) {
    const auto store = store::Store::open(file, store::Access::read);
    if (!store) return 4;
    const Pair pair = pair_at(store->database(), place);
    const auto reply = query::evidence(*store, grade::Policy{Data()}, pair.first, pair.second);
    if (!reply || reply->answers.empty()) return 1;
    std::puts(shell_script(pair.first, pair.second, reply->answers.front().harms).c_str());
    return 0;
}

/// Milliseconds of processor time, the system's part included: they do not depend on what else the machine does.
template <class Work>
double processor_time(const Work& work) {
    const auto start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}

template <class Work>
double median_of(int times, const Work& work) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) all.push_back(processor_time(work));
    return median(std::move(all));
}

int in_process(const std::string& file) {
    const auto store = store::Store::open(file, store::Access::read);
    if (!store) return 4;
    const grade::Policy policy{Data()};
    auto& database = store->database();
    for (const int place : places) {
        const auto [treatment, condition] = pair_at(database, place);
        const double stored = median_of(31, [&] {
            database
                .query("SELECT * FROM grade WHERE treatment = ?1 AND purpose = 'benefit' AND condition = ?2", treatment,
                       condition)
                .next();
        });
        std::size_t studies = 0;
        const double graded = median_of(31, [&] {
            const auto body = store::get_body(database, treatment, condition, Purpose::benefit, store::Uncited::listed);
            const auto grade = grade::grade(body, policy);
            studies = grade.units.size() + grade::certainty(grade, Purpose::benefit, policy).reasons.size() * 0;
        });
        const double answered = median_of(31, [&] { (void)query::evidence(*store, policy, treatment, condition); });
        std::printf(
            "%5d  %s for %s, %zu studies: stored grade %.3f ms, graded anew %.2f ms, "
            "whole answer with harms %.2f ms\n",
            place, treatment.c_str(), condition.c_str(), studies, stored, graded, answered);
    }
    return 0;
}

/// Articles that the store does not hold, each put and taken out again.
int touch(const std::string& file) {
    const Data data;
    const Lexicon lexicon(data);
    const World in = world(lexicon, data);
    const grade::Policy policy(data);
    auto store = ingest::open(file, data);
    if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
    auto& database = store->database();
    const auto changed = [&] {
        auto rows = database.query("SELECT total_changes()");
        return rows.next() ? rows.integer(0) : 0;
    };
    std::vector<double> times;
    std::vector<double> rows;
    for (std::size_t i = 0; i < 101; ++i) {
        const auto one = article(in, 10'000'000 + i);
        const auto before = changed();
        Result<store::Receipt> receipt = store::Receipt{};
        times.push_back(processor_time([&] { receipt = ingest::put(*store, one, policy); }));
        rows.push_back(static_cast<double>(changed() - before));
        if (!receipt || !ingest::remove(*store, receipt->article, policy)) return 4;
    }
    auto claims = database.query("SELECT count(*) FROM claim");
    std::printf(
        "%lld claims: one more article of 20 takes %.1f ms of processor time and writes %.0f rows (medians of 101)\n",
        static_cast<long long>(claims.next() ? claims.integer(0) : 0), median(times), median(rows));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv, argv + argc);
    const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
    if (word(1) == "fill" && argc == 4) return fill(word(2), std::stoul(word(3)));
    if (word(1) == "lookup" && argc == 5) return lookup(word(2), word(3), word(4));
    if (word(1) == "ratio" && argc >= 3) return ratio(word(0), word(2), word(3));
    if (word(1) == "script" && argc == 4) return script(word(2), std::stoi(word(3)));
    if (word(1) == "grade" && argc == 3) return in_process(word(2));
    if (word(1) == "touch" && argc == 3) return touch(word(2));
    std::fprintf(stderr,
                 "store_bench fill FILE CLAIMS | lookup FILE T C | ratio FILE [PROGRAM] | script FILE PLACE | grade FILE | "
                 "touch FILE\n");
    return 2;
}
