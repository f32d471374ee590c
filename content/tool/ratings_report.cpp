// SPDX-License-Identifier: Apache-2.0
#include "content/tool/ratings_report.h"

#include <algorithm>

#include "content/tool/agreement.h"
#include "content/tool/check_choices.h"

namespace touchstone::content {

namespace {

using Values = std::map<std::string, std::vector<int>>;  // by RatingRow::key

class Reporter {
public:
    Reporter(const PackSources& sources, const RatingsTable& table)
        : standard_(sources.standard.standard), sums_(table.sums) {
        report_.id = sources.pack.id;
        for (const SourceScenario* source : rated_scenarios(sources))
            for (const WrittenRating& written : written_ratings(*source, standard_)) count(written);
        for (const RatingRow& row : table.rows) add(row);
        for (const SourceScenario* source : rated_scenarios(sources))
            for (const Moment& moment : source->scenario.moments) add(source->scenario.id, moment);
    }
    RatingsReport run() {
        std::vector<std::vector<int>> all;
        for (const auto& [id, values] : by_scenario_) {
            std::vector<std::vector<int>> units;
            for (const auto& [key, ratings] : values) units.push_back(ratings);
            report_.agreements.push_back({id, krippendorff_alpha(units)});
            all.insert(all.end(), units.begin(), units.end());
        }
        report_.alpha = krippendorff_alpha(all);
        return std::move(report_);
    }

private:
    const ReaderSum* sum_of(const std::string& key) const {
        const auto found = sums_.find(key);
        return found == sums_.end() ? nullptr : &found->second;
    }
    void count(const WrittenRating& written) {
        by_scenario_[written.scenario][written.key()];
        ++report_.asked;
        const ReaderSum* sum = sum_of(written.key());
        if (!sum || !sum->enough()) return;
        ++report_.rated;
        if (sum->mean() != written.rating) ++report_.differs;
    }
    /// Ratings of what is not asked about (another scenario, a choice that is gone) do not count.
    void add(const RatingRow& row) {
        const auto scenario = by_scenario_.find(row.scenario);
        if (scenario == by_scenario_.end()) return;
        const auto values = scenario->second.find(row.key());
        if (values == scenario->second.end()) return;
        values->second.push_back(row.rating);
        auto reader = std::find_if(report_.readers.begin(), report_.readers.end(), [&](const auto& one) {
            return one.name == row.reader && one.kind == row.kind;
        });
        if (reader == report_.readers.end())
            reader = report_.readers.insert(reader, {row.reader, row.kind, 0});
        ++reader->ratings;
    }
    void add(const std::string& scenario, touchstone::Moment moment) {
        RatingsReport::Moment one;
        one.address = scenario + "/" + moment.id;
        one.readers = one.experts = -1;
        for (Choice& choice : moment.choices) {
            choice.ratings.resize(moment.tests.size());
            for (std::size_t i = 0; i < moment.tests.size(); ++i) {
                const std::string& indicator = standard_.indicators[moment.tests[i].indicator].id;
                const ReaderSum* sum = sum_of(one.address + "/" + choice.id + " " + indicator);
                lower(one.readers, sum ? sum->count() : 0);
                lower(one.experts, sum ? sum->experts : 0);
                if (sum) choice.ratings[i] = sum->mean();
                if (sum && sum->disagree()) one.disputed.push_back(choice.id + " " + indicator);
            }
        }
        one.readers = std::max(one.readers, 0);
        one.experts = std::max(one.experts, 0);
        if (const auto lead = one.readers > 0 ? arguable_lead(moment) : std::nullopt) {
            one.arguable = true;
            one.best = moment.choices[lead->best].id;
            one.second = moment.choices[lead->second].id;
            one.lead_48 = lead->lead_48;
        }
        report_.moments.push_back(std::move(one));
    }
    /// -1 is not known yet.
    static void lower(int& least, int value) { least = least < 0 ? value : std::min(least, value); }

    const Standard& standard_;
    const ReaderSums& sums_;
    std::map<std::string, Values> by_scenario_;
    RatingsReport report_;
};

}  // namespace

bool RatingsReport::Moment::provisional() const { return experts < fewest_readers; }

RatingsReport make_ratings_report(const PackSources& sources, const RatingsTable& table) {
    return Reporter(sources, table).run();
}

}  // namespace touchstone::content
