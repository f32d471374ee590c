// SPDX-License-Identifier: Apache-2.0
#include <curl/curl.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server_sync/client/http_client.h"

namespace touchstone::sync {
namespace {

constexpr long connect_timeout_s = 10;

struct EasyCleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCleanup {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyCleanup>;
using HeaderList = std::unique_ptr<curl_slist, ListCleanup>;

struct Transfer {
    const HttpCall& request;
    HttpAnswer answer;
    const std::atomic<bool>& stopping;
    bool too_long = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const std::size_t more = size * count;
    transfer.too_long = transfer.answer.body.size() + more > transfer.request.most_answer_bytes;
    if (transfer.too_long) return 0;
    transfer.answer.body.append(bytes, more);
    return more;
}

int stop_if_asked(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(user)->stopping ? 1 : 0;
}

HeaderList header_list(const HttpCall& request) {
    // "Expect:" alone: no 100-continue, which some proxies never answer.
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).c_str());
    return HeaderList(list);
}

void set_request(CURL* easy, const HttpCall& request, const HeaderList& headers) {
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Touchstone/0.1");
    if (request.method != "POST") return;
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
}

void set_limits(CURL* easy, Transfer& transfer) {
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connect_timeout_s);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(transfer.request.timeout_s));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, stop_if_asked);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &transfer);
}

void read_facts(CURL* easy, HttpAnswer& answer) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    const char* type = nullptr;
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    if (type) answer.content_type = type;
    curl_off_t retry_after = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after);
    if (retry_after > 0) answer.retry_after_s = static_cast<int>(std::min<curl_off_t>(retry_after, 86400));
}

HttpAnswer perform(CURL* easy, const HttpCall& request, std::int64_t id, const std::atomic<bool>& stopping) {
    Transfer transfer{request, {}, stopping};
    transfer.answer.id = id;
    curl_easy_reset(easy);
    const HeaderList headers = header_list(request);
    set_request(easy, request, headers);
    set_limits(easy, transfer);
    const CURLcode code = curl_easy_perform(easy);
    if (code == CURLE_OK) {
        read_facts(easy, transfer.answer);
        return transfer.answer;
    }
    HttpAnswer failed;
    failed.id = id;
    failed.failure = transfer.too_long ? "the answer is too long" : curl_easy_strerror(code);
    return failed;
}

class CurlClient final : public HttpClient {
public:
    explicit CurlClient(std::function<void()> wake) : wake_(std::move(wake)), worker_([this] { work(); }) {}
    CurlClient(const CurlClient&) = delete;
    CurlClient& operator=(const CurlClient&) = delete;
    ~CurlClient() override {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        asked_.notify_all();
        worker_.join();
    }

    std::int64_t send(HttpCall request) override {
        std::int64_t id = 0;
        {
            const std::lock_guard lock(mutex_);
            id = ++last_id_;
            requests_.emplace_back(id, std::move(request));
        }
        asked_.notify_all();
        return id;
    }

    std::optional<HttpAnswer> poll() override {
        const std::lock_guard lock(mutex_);
        if (answers_.empty()) return std::nullopt;
        HttpAnswer answer = std::move(answers_.front());
        answers_.pop_front();
        return answer;
    }

private:
    void work() {
        const Easy easy(curl_easy_init());
        std::unique_lock lock(mutex_);
        while (true) {
            asked_.wait(lock, [this] { return stopping_ || !requests_.empty(); });
            if (stopping_) return;
            const auto [id, request] = std::move(requests_.front());
            requests_.pop_front();
            lock.unlock();
            HttpAnswer answer = easy ? perform(easy.get(), request, id, stopping_)
                                     : HttpAnswer{id, 0, "", std::nullopt, "", "libcurl cannot start"};
            lock.lock();
            answers_.push_back(std::move(answer));
            lock.unlock();
            if (wake_) wake_();
            lock.lock();
        }
    }

    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<std::pair<std::int64_t, HttpCall>> requests_;
    std::deque<HttpAnswer> answers_;
    std::int64_t last_id_ = 0;
    std::atomic<bool> stopping_{false};
    std::thread worker_;  // last: it uses everything above
};

}  // namespace

std::unique_ptr<HttpClient> make_curl_client(std::function<void()> wake) {
    return std::make_unique<CurlClient>(std::move(wake));
}

}  // namespace touchstone::sync
