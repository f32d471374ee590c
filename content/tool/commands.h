// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/options.h"

namespace touchstone::content {

/// The commands of `touchstone-content`; each returns an Exit.
int run_new(const Options& options);
int run_check(const Options& options);
int run_play(const Options& options);
int run_paths(const Options& options);
int run_coverage(const Options& options);
int run_graph(const Options& options);
int run_extract(const Options& options);
int run_merge(const Options& options);
int run_pseudo(const Options& options);
int run_pack(const Options& options);
int run_keygen(const Options& options);
int run_sign(const Options& options);
int run_verify(const Options& options);
int run_diff(const Options& options);
int run_schema(const Options& options);
int run_stats(const Options& options);
int run_explain(const Options& options);
int run_import(const Options& options);
int run_ratings(const Options& options);
int run_editor_files(const Options& options);
int run_watch(const Options& options);

}  // namespace touchstone::content
