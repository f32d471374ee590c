// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>

#include "content/tool/agreement.h"
#include "content/tool/ratings_report.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

std::string of(const std::optional<double>& alpha) {
    return alpha ? fmt::format("{:.3f}", *alpha)
                 : "not to be told: nothing to compare, or all ratings are the same";
}

const char* verdict_of(double alpha) {
    return alpha >= alpha_good ? "good" : alpha >= alpha_least ? "tentative" : "not to be relied on";
}

std::string agreement_text(const RatingsReport& report) {
    std::string out = fmt::format("agreement (Krippendorff's alpha, ordinal): {}", of(report.alpha));
    if (report.alpha) out += fmt::format(", {}", verdict_of(*report.alpha));
    out += fmt::format("\n  good from {:.3f}, tentative from {:.3f}\n", alpha_good, alpha_least);
    std::size_t widest = 0;
    for (const auto& one : report.agreements) widest = std::max(widest, one.id.size());
    if (report.agreements.size() > 1)
        for (const auto& one : report.agreements)
            out += fmt::format("  {:<{}}  {}\n", one.id, widest, of(one.alpha));
    return out;
}

std::string arguable_text(const RatingsReport& report) {
    std::string out;
    std::size_t count = 0;
    for (const auto& moment : report.moments) {
        if (moment.arguable)
            out += fmt::format("  {}: `{}` leads `{}` by {:.2f} of a rating point; it takes 0.50\n",
                               moment.address, moment.best, moment.second, moment.lead_48 / 12.0);
        for (const std::string& what : moment.disputed)
            out += fmt::format("  {}: the readers of `{}` disagree\n", moment.address, what);
        if (moment.arguable || !moment.disputed.empty()) ++count;
    }
    return fmt::format("arguable moments: {} of {}\n{}", count, report.moments.size(), out);
}

std::string key_text(const RatingsReport& report) {
    std::map<std::string, std::vector<std::string>> waiting;  // by scenario
    std::size_t count = 0;
    for (const auto& moment : report.moments) {
        if (!moment.provisional()) continue;
        const auto slash = moment.address.rfind('/');
        waiting[moment.address.substr(0, slash)].push_back(moment.address.substr(slash + 1));
        ++count;
    }
    if (report.moments.empty()) return "key: there is nothing to rate\n";
    if (count == 0)
        return "key: may be called confirmed; three customer-service experts have rated every answer\n";
    std::string out =
        fmt::format("key: provisional; {} of {} moments wait for three customer-service experts\n", count,
                    report.moments.size());
    for (const auto& [scenario, moments] : waiting)
        out += fmt::format("  {}: {}\n", scenario, fmt::join(moments, ", "));
    return out;
}

json::value json_of(const std::optional<double>& alpha) {
    return alpha ? json::value(*alpha) : json::value(nullptr);
}

json::object json_of(const RatingsReport::Moment& moment) {
    json::object object{{"moment", moment.address},
                        {"readers", moment.readers},
                        {"experts", moment.experts},
                        {"provisional", moment.provisional()},
                        {"arguable", moment.arguable},
                        {"disputed", json::array(moment.disputed.begin(), moment.disputed.end())}};
    if (moment.arguable) {
        object["best"] = moment.best;
        object["second"] = moment.second;
        object["lead"] = moment.lead_48 / 12.0;
    }
    return object;
}

}  // namespace

std::string to_text(const RatingsReport& report) {
    std::string out =
        fmt::format("{}: {} of {} ratings have three readers", report.id, report.rated, report.asked);
    if (report.differs != 0) out += fmt::format("; {} are not what `rated` says", report.differs);
    out += "\n";
    for (const auto& reader : report.readers)
        out += fmt::format("  {}, {}: {}\n", reader.name, reader.kind, reader.ratings);
    return out + agreement_text(report) + arguable_text(report) + key_text(report);
}

std::string to_json(const RatingsReport& report) {
    json::array readers, agreements, moments;
    for (const auto& reader : report.readers)
        readers.push_back({{"reader", reader.name}, {"kind", reader.kind}, {"ratings", reader.ratings}});
    for (const auto& one : report.agreements)
        agreements.push_back({{"scenario", one.id}, {"alpha", json_of(one.alpha)}});
    for (const auto& moment : report.moments) moments.push_back(json_of(moment));
    return json::serialize(json::object{{"id", report.id},
                                        {"asked", report.asked},
                                        {"rated", report.rated},
                                        {"differs", report.differs},
                                        {"readers", readers},
                                        {"alpha", json_of(report.alpha)},
                                        {"level", "ordinal"},
                                        {"agreements", agreements},
                                        {"moments", moments}});
}

}  // namespace touchstone::content
