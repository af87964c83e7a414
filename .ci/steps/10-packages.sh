# The servers and tools that tests use for real; each test that needs one skips, with a reason, where it is missing.
wanted=()
have() { command -v "$1" >/dev/null 2>&1; }
have redis-server || wanted+=(redis-server)
have promtool || wanted+=(prometheus)
have chromium || wanted+=(chromium fonts-noto-cjk)
have xz || wanted+=(xz-utils)
have openssl || wanted+=(openssl)
if [ ${#wanted[@]} -gt 0 ]; then
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${wanted[@]}" >/dev/null
    # Debian starts what it installs; the tests start their own.
    for service in redis-server prometheus; do service "$service" stop >/dev/null 2>&1 || true; done
fi
true
