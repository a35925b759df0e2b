#!/usr/bin/env bash
# All tests: the server's, the seed's, the client's, the browser's.
#   ./test.sh            everything
#   ./test.sh server     only one part: server, seed, client or browser
# Leaves reports and `summary` (passed failed skipped) in TestResults/. Ends with an error when anything failed, and when a part
# that has tests ran none of them. What cannot run on this machine is said aloud, and again at the end.
# The tests of the Neo4j store need an empty server of their own: NETWORKMAP_NEO4J_URL, NETWORKMAP_NEO4J_USER, NETWORKMAP_NEO4J_PASSWORD.
set -uo pipefail
cd "$(dirname "$0")"

parts="${*:-server seed client browser}"
results="$PWD/TestResults"
configuration="${CONFIGURATION:-Debug}"
passed=0 failed=0 skipped=0
report=() broken=()

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# add <part> <passed> <failed> <skipped> <exit code>: nothing run, or an error without a failed test, is a failure, too.
add() {
  local part=$1 ok=$2 bad=$3 left=$4 code=$5 note=""
  if ((ok + bad == 0)); then
    bad=1 note="  (no test ran)"
  elif ((code != 0 && bad == 0)); then
    bad=1 note="  (ended with code $code although no test failed)"
  fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  report+=("$(printf '%-40s %6d passed %5d failed %5d skipped%s' "$part" "$ok" "$bad" "$left" "$note")")
}

not_run() {
  say "$1: NOT RUN. $2"
  report+=("$(printf '%-40s not run: %s' "$1" "$2")")
}

# broke <part>: the failed tests on standard input, a line each. They are said again at the end, where whoever reads only that finds them.
broke() {
  local line
  while IFS= read -r line; do broken+=("$1: ${line:0:300}"); done
}

# The failed tests of a report in Visual Studio's form: name, and the first line of what it says.
failed_in_trx() {
  awk '/<UnitTestResult / { name = ""; if (/outcome="Failed"/) { match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11) } }
       /<Message>/ && name { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print name ": " $0; name = "" }' "$1"
}

counter() { grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; }

server_tests() {
  local project name code trx
  say "server: building"
  if ! dotnet build NetworkMap.sln -c "$configuration" -nologo -v quiet; then
    add "server (build)" 0 1 0 1
    return
  fi
  for project in tests/*/*.Tests.csproj; do
    name=$(basename "$project" .csproj) trx="$results/$(basename "$project" .csproj).trx"
    say "server: $name"
    dotnet test --project "$project" -c "$configuration" --no-build --results-directory "$results" --report-trx --report-trx-filename "$name.trx"
    code=$?
    if [ -f "$trx" ]; then
      add "$name" "$(counter "$trx" passed)" "$(($(counter "$trx" total) - $(counter "$trx" passed) - $(counter "$trx" notExecuted)))" "$(counter "$trx" notExecuted)" "$code"
      broke "$name" < <(failed_in_trx "$trx")
    else
      add "$name" 0 0 0 "$code"
    fi
  done
  neo4j_not_run
}

# Says how many tests of the Neo4j store had no server to run on, and how they would run.
neo4j_not_run() {
  local left
  left=$(cat "$results"/*.trx 2>/dev/null | grep '<UnitTestResult ' | grep 'Neo4j' | grep -c 'outcome="NotExecuted"')
  if [ "$left" -gt 0 ]; then
    report+=("$left tests of the Neo4j store were skipped: start an empty Neo4j 5.26, set NETWORKMAP_NEO4J_URL=http://localhost:7474, NETWORKMAP_NEO4J_USER and NETWORKMAP_NEO4J_PASSWORD, and run ./test.sh server")
  fi
}

tap() { grep -E "^# $1 [0-9]+" "$results/seed.tap" | grep -o '[0-9]*$'; }

seed_tests() {
  if ! command -v node >/dev/null; then
    not_run "seed" "Node.js 20 or later is missing on this machine"
    return
  fi
  say "seed: node --test graph-seed/tools"
  node --test --test-reporter=tap graph-seed/tools/*/*.test.mjs >"$results/seed.tap"
  local code=$?
  grep -E '^not ok|# SKIP' "$results/seed.tap"
  broke "seed" < <(grep -E '^ *not ok' "$results/seed.tap")
  add "seed" "$(tap pass)" "$(tap fail)" "$(tap skipped)" "$code"
}

have_client() {
  if [ ! -f client/package.json ]; then
    not_run "$1" "there is no client/package.json"
    return 1
  fi
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    not_run "$1" "Node.js 20 or later (with npm) is missing on this machine"
    return 1
  fi
  if ! npm --prefix client pkg get "scripts.$2" | grep -q '[a-z]'; then
    not_run "$1" "client/package.json has no script \"$2\""
    return 1
  fi
  local stamp=client/node_modules/.installed-by-build
  if [ ! -f "$stamp" ] || [ client/package-lock.json -nt "$stamp" ]; then
    say "$1: installing packages (npm ci)"
    (cd client && npm ci --no-audit --no-fund --loglevel=error) && mkdir -p client/node_modules && touch "$stamp" || { add "$1 (npm ci)" 0 1 0 1; return 1; }
  fi
}

# A report in vitest's JSON form, or {"passed": n, "failed": n, "skipped": n}
read_report() {
  node -e '
    const fs = require("fs");
    if (!fs.existsSync(process.argv[1])) { console.log("0 0 0"); process.exit(); }
    const r = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
    const empty = (r.testResults ?? []).filter(f => f.status === "failed" && !(f.assertionResults ?? []).some(a => a.status === "failed")).length;
    console.log(r.passed ?? r.numPassedTests ?? 0, (r.failed ?? r.numFailedTests ?? 0) + empty, r.skipped ?? ((r.numPendingTests ?? 0) + (r.numTodoTests ?? 0)));
  ' "$1"
}

# The failed tests of a report in vitest's JSON form, a line each.
failed_in_report() {
  [ -f "$1" ] && node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    for (const file of report.testResults ?? []) {
      const failed = (file.assertionResults ?? []).filter(test => test.status === "failed");
      const told = failed.map(test => [test.fullName, test.failureMessages?.[0]]);
      if (file.status === "failed" && failed.length === 0) told.push([file.name, file.message]);
      for (const [name, message] of told) console.log(`${name}: ${(message ?? "").split("\n")[0]}`);
    }
  ' "$1"
}

client_tests() {
  have_client "client" test || return
  say "client: npm test"
  local code
  (cd client && CI=1 npm test -- --reporter=default --reporter=json --outputFile.json="$results/client.json")
  code=$?
  broke "client" < <(failed_in_report "$results/client.json")
  # shellcheck disable=SC2046
  add "client" $(read_report "$results/client.json") "$code"
}

# Chromium as a headless shell comes first: it is the same browser without windows of its own, which cost a third of the time of the tests.
find_chromium() {
  for chromium in "${CHROMIUM_PATH:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium; do
    [ -n "$chromium" ] && [ -x "$chromium" ] && return 0
  done
  if ! command -v apt-get >/dev/null; then
    not_run "browser" "Chromium is missing: install it and set CHROMIUM_PATH"
    return 1
  fi
  local as_root=() package
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  say "browser: Chromium is missing; installing it with apt-get"
  "${as_root[@]}" apt-get update -qq
  for package in chromium-headless-shell chromium; do
    chromium="/usr/bin/$package"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null && [ -x "$chromium" ] && return 0
  done
  add "browser (apt-get install chromium)" 0 1 0 1
  return 1
}

browser_tests() {
  have_client "browser" test:browser || return
  find_chromium || return
  case " $parts " in
    *" server "*) ;;
    *) dotnet build src/NetworkMap.Server -c "$configuration" -nologo -v quiet || { add "browser (build)" 0 1 0 1; return; } ;;
  esac
  say "browser: npm run test:browser"
  local code
  (cd client && CI=1 CHROMIUM_PATH="$chromium" CONFIGURATION="$configuration" E2E_REPORT="$results/browser.json" npm run test:browser)
  code=$?
  broke "browser" < <(failed_in_report "$results/browser.json")
  # shellcheck disable=SC2046
  add "browser" $(read_report "$results/browser.json") "$code"
}

rm -rf "$results"
mkdir -p "$results"
for part in $parts; do
  case $part in
    server | seed | client | browser) "${part}_tests" ;;
    *) echo "unknown part: $part (server, seed, client or browser)" >&2; exit 2 ;;
  esac
done

say "summary"
((${#broken[@]})) && printf 'FAILED  %s\n' "${broken[@]}"
printf '%s\n' "${report[@]}"
printf '%-40s %6d passed %5d failed %5d skipped\n' "all" "$passed" "$failed" "$skipped"
echo "$passed $failed $skipped" >"$results/summary"
((failed == 0 && passed > 0))
