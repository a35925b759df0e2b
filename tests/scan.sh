#!/usr/bin/env bash
# Crawls the product with an independent scanner (Wapiti, packaged by Debian: apt-get install wapiti), first as anybody, then signed in as a steward, on a server
# and a network of its own, and ends with an error when it finds anything above low. That forms carry no token is told and not counted: requests that do not come
# from this site are refused by what the browser says of them (src/decisions/0013-accounts.md), which a scanner that looks for a token cannot see. Not part of test.sh: it takes some minutes, and asks only this machine.
#   tests/scan.sh [seconds for each of the two]
set -euo pipefail
cd "$(dirname "$0")/.."
command -v wapiti >/dev/null || { echo "Wapiti is missing: apt-get install wapiti"; exit 2; }
seconds=${1:-240} port=${PORT:-5091}
folder=$(mktemp -d)
dotnet build src/NetworkMap.Server -nologo -v quiet
dotnet "src/NetworkMap.Server/bin/${CONFIGURATION:-Debug}/net10.0/NetworkMap.Server.dll" --data "$folder/data" --urls "http://localhost:$port" >"$folder/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
until grep -q 'Ready after' "$folder/log"; do kill -0 $server; sleep 1; done
curl -s -o /dev/null -D "$folder/headers" -X POST -H "Origin: http://localhost:$port" "$(grep -o 'http://[^ ]*/welcome/[0-9a-f]*' "$folder/log")"
cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$folder/headers")

# scan <name> <header …>: what asks a site on the internet (ssrf, wapp, nikto) is left out; answers uncompressed, since the scanner does not read Brotli.
scan() {
  local name=$1
  shift
  wapiti -u "http://localhost:$port/" --scope folder -d 4 --max-links-per-page 12 --max-files-per-dir 12 --max-scan-time "$seconds" \
    -H "Accept-Encoding: identity" "$@" \
    -s "http://localhost:$port/masuk" -s "http://localhost:$port/akun" -s "http://localhost:$port/privasi" -s "http://localhost:$port/undangan" \
    -s "http://localhost:$port/api/search?q=batik" -s "http://localhost:$port/api/organizations?limit=5" -s "http://localhost:$port/api/coverage?axis=hso_function" -s "http://localhost:$port/docs" \
    -m "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss,xxe" \
    --flush-session --no-bugreport -v 1 --color -f json -o "$folder/$name.json" >"$folder/$name.log" 2>&1 || true
  [ -f "$folder/$name.json" ] || { tail -5 "$folder/$name.log"; return 1; }
  echo "$name: $(grep -c '^.*\[+\] ' "$folder/$name.log" || true) requests to attack and more"
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const all = ["vulnerabilities", "anomalies"].flatMap((part) => Object.entries(report[part]).flatMap(([what, found]) => found.map((one) => ({ what, ...one }))));
    for (const { what, level, method, path, info } of all) console.log(`  level ${level}: ${what}: ${method} ${path} ${info}`);
    process.exit(all.some(({ level, what }) => level > 1 && what !== "Cross Site Request Forgery") ? 1 : 0);
  ' "$folder/$name.json"
}
code=0
scan public || code=1
scan steward -H "Cookie: $cookie" || code=1
curl -s -H "Cookie: $cookie" "http://localhost:$port/api/me" | grep -q '"account"' || echo "  The scanner signed itself out on the way; what came after that was asked as anybody."
exit $code
