// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/http_server.h"

#include <boost/asio.hpp>
#include <chrono>
#include <set>

#include "server_sync/server/http/beast_messages.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/http/security_headers.h"

namespace touchstone::sync {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;

constexpr auto seconds_to_finish = std::chrono::seconds(5);
constexpr std::size_t worker_threads = 4;
/// Completion as an error code instead of an exception.
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);

/// Runs `leave` at the end of a scope, however a coroutine ends.
template <class Leave>
struct Leaving {
    Leave leave;
    ~Leaving() { leave(); }
};
template <class Leave>
Leaving(Leave) -> Leaving<Leave>;

/// One connection; idle while it waits for the first byte of a request.
struct Connection {
    explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
    bool idle = true;
};

/// Memory may run out in any handler; one request fails then, not the server.
WebResponse safely_handled(const HttpHandler& handler, const WebRequest& request) {
    try {
        return handler(request);
    } catch (const std::exception& problem) {
        return problem_response(Error{Error::Kind::unavailable, problem.what(), {}});
    }
}

class BeastServer final : public HttpServer {
public:
    BeastServer(const HttpLimits& limits, HttpHandler handler)
        : limits_(limits),
          handler_(std::move(handler)),
          acceptor_(context_),
          signals_(context_),
          workers_(worker_threads) {}
    ~BeastServer() override { workers_.join(); }

    Result<Done> open(const ListenOn& on);
    std::uint16_t port() const override { return port_; }
    void run() override;
    void stop() override {
        asio::post(context_, [this] { begin_to_stop(); });
    }

private:
    asio::awaitable<void> accept();
    asio::awaitable<void> serve(std::shared_ptr<Connection> connection);
    asio::awaitable<bool> serve_one(Connection& connection);
    asio::awaitable<void> invite_body(Connection& connection);
    asio::awaitable<bool> refuse(Connection& connection, WebResponse response);
    asio::awaitable<bool> write(Connection& connection, WebResponse response, bool keep_alive, bool head);
    asio::awaitable<bool> wait_for_request(Connection& connection);
    asio::awaitable<WebResponse> answer(WebRequest request);
    WebResponse refusal_for(error_code code, std::size_t body_limit) const;
    void begin_to_stop();

    HttpLimits limits_;
    HttpHandler handler_;
    std::size_t waiting_ = 0;
    std::set<Connection*> connections_;  // outlives the context, whose last coroutines still leave it
    asio::io_context context_{1};
    tcp::acceptor acceptor_;
    asio::signal_set signals_;
    asio::thread_pool workers_;
    std::uint16_t port_ = 0;
    bool stopping_ = false;
};

Result<Done> BeastServer::open(const ListenOn& on) {
    error_code code;
    const auto address = asio::ip::make_address(on.host == "localhost" ? "127.0.0.1" : on.host, code);
    const tcp::endpoint endpoint(address, on.port);
    if (!code) acceptor_.open(endpoint.protocol(), code);
    if (!code) acceptor_.set_option(tcp::acceptor::reuse_address(true), code);
    if (!code) acceptor_.bind(endpoint, code);
    if (!code) acceptor_.listen(asio::socket_base::max_listen_connections, code);
    if (code)
        return Error{
            Error::Kind::unavailable,
            "cannot listen on " + on.host + ":" + std::to_string(on.port) + ": " + code.message(),
            "Stop the other program or choose another port: --listen 127.0.0.1:0 takes any free one."};
    port_ = acceptor_.local_endpoint().port();
    return Done{};
}

void BeastServer::run() {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](error_code code, int) {
        if (!code) begin_to_stop();
    });
    asio::co_spawn(context_, accept(), asio::detached);
    context_.run();
}

void BeastServer::begin_to_stop() {
    if (stopping_) return;
    stopping_ = true;
    error_code ignored;  // closing what is closed already is no matter
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    for (Connection* connection : connections_)
        if (connection->idle) connection->stream.cancel();
    auto patience = std::make_shared<asio::steady_timer>(context_, seconds_to_finish);
    patience->async_wait([this, patience](error_code) { context_.stop(); });
    if (connections_.empty()) context_.stop();
}

asio::awaitable<void> BeastServer::accept() {
    while (!stopping_) {
        auto [code, socket] = co_await acceptor_.async_accept(no_throw);
        if (code == asio::error::operation_aborted) co_return;
        if (code) {  // out of descriptors, most likely: waiting a moment helps more than trying at once
            asio::steady_timer pause(context_, std::chrono::milliseconds(100));
            co_await pause.async_wait(no_throw);
        }
        if (code || connections_.size() >= limits_.connections) continue;
        auto connection = std::make_shared<Connection>(std::move(socket));
        asio::co_spawn(context_, serve(std::move(connection)), asio::detached);
    }
}

asio::awaitable<void> BeastServer::serve(std::shared_ptr<Connection> connection) {
    connections_.insert(connection.get());
    const Leaving leaving{[this, &connection] {
        connections_.erase(connection.get());
        if (stopping_ && connections_.empty()) context_.stop();
    }};
    bool more = true;
    while (more && !stopping_) more = co_await serve_one(*connection);
    error_code ignored;  // the other side may be gone
    connection->stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
}

/// False when the connection was idle for too long, or is gone.
asio::awaitable<bool> BeastServer::wait_for_request(Connection& connection) {
    if (connection.buffer.size() > 0) co_return true;
    connection.idle = true;
    connection.stream.expires_after(std::chrono::seconds(limits_.idle_seconds));
    auto [code, size] = co_await connection.stream.async_read_some(connection.buffer.prepare(4096), no_throw);
    connection.buffer.commit(size);
    connection.idle = false;
    co_return !code;
}

WebResponse BeastServer::refusal_for(error_code code, std::size_t body_limit) const {
    if (code == http::error::body_limit) return body_too_large(body_limit);
    if (code == http::error::header_limit) return header_too_large(limits_.header_bytes);
    if (code == beast::error::timeout)
        return problem_response({408, "timeout", "the request came too slowly", "Try again.", {}});
    return bad_http(code.message());
}

/// True when another request may follow on this connection.
asio::awaitable<bool> BeastServer::serve_one(Connection& connection) {
    if (!co_await wait_for_request(connection)) co_return false;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser.body_limit(boost::none);  // known once the path is
    connection.stream.expires_after(std::chrono::seconds(limits_.header_seconds));
    auto [header_code, header_size] =
        co_await http::async_read_header(connection.stream, connection.buffer, parser, no_throw);
    if (header_code == http::error::end_of_stream) co_return false;
    if (header_code) co_return co_await refuse(connection, refusal_for(header_code, 0));
    if (waiting_ >= limits_.waiting_requests) co_return co_await refuse(connection, too_busy());

    const bool sync = parser.get().target().starts_with("/sync/");
    const std::size_t limit = sync ? limits_.sync_body_bytes : limits_.body_bytes;
    const auto length = parser.content_length();
    if (length && *length > limit) co_return co_await refuse(connection, body_too_large(limit));
    parser.body_limit(limit);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) co_await invite_body(connection);
    connection.stream.expires_after(std::chrono::seconds(limits_.idle_seconds));
    auto [body_code, body_size] =
        co_await http::async_read(connection.stream, connection.buffer, parser, no_throw);
    if (body_code) co_return co_await refuse(connection, refusal_for(body_code, limit));

    const bool keep_alive = parser.get().keep_alive() && !stopping_;
    const bool head = parser.get().method() == http::verb::head;
    WebResponse response = co_await answer(own_request(parser.get()));
    co_return co_await write(connection, std::move(response), keep_alive, head);
}

asio::awaitable<void> BeastServer::invite_body(Connection& connection) {
    const http::response<http::empty_body> go_on(http::status::continue_, 11);
    co_await http::async_write(connection.stream, go_on, no_throw);
}

/// The handler on a worker thread; this thread goes on with other connections meanwhile.
asio::awaitable<WebResponse> BeastServer::answer(WebRequest request) {
    ++waiting_;
    const Leaving leaving{[this] { --waiting_; }};
    auto work = [this, &request]() -> asio::awaitable<WebResponse> {
        co_return safely_handled(handler_, request);
    };
    co_return co_await asio::co_spawn(workers_.get_executor(), work, asio::use_awaitable);
}

/// Answers without having read all: the connection cannot be used again.
asio::awaitable<bool> BeastServer::refuse(Connection& connection, WebResponse response) {
    co_await write(connection, std::move(response), false, false);
    error_code ignored;  // the other side may be gone
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    // What is still on its way is read and forgotten for a moment, so that the answer is not lost to a reset.
    connection.stream.expires_after(std::chrono::seconds(1));
    char scrap[16 * 1024];
    for (std::size_t total = 0; total < 4 * limits_.body_bytes;) {
        auto [code, size] = co_await connection.stream.async_read_some(asio::buffer(scrap), no_throw);
        if (code) break;
        total += size;
    }
    co_return false;
}

asio::awaitable<bool> BeastServer::write(Connection& connection, WebResponse response, bool keep_alive,
                                         bool head) {
    add_security_headers(response);
    auto out = beast_response(response, keep_alive, head);
    connection.stream.expires_after(std::chrono::seconds(limits_.idle_seconds));
    http::response_serializer<http::string_body> serializer(out);
    error_code failed;
    if (head) {
        auto [code, size] = co_await http::async_write_header(connection.stream, serializer, no_throw);
        failed = code;
    } else {
        auto [code, size] = co_await http::async_write(connection.stream, serializer, no_throw);
        failed = code;
    }
    co_return !failed && keep_alive;
}

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const ListenOn& on, const HttpLimits& limits,
                                                       HttpHandler handler) {
    try {
        auto server = std::make_unique<BeastServer>(limits, std::move(handler));
        if (auto opened = server->open(on); !opened) return opened.error();
        return std::unique_ptr<HttpServer>(std::move(server));
    } catch (const std::exception& problem) {  // Asio's own start.
        return Error{Error::Kind::unavailable, problem.what(), "Check the limits of open files and threads."};
    }
}

}  // namespace touchstone::sync
