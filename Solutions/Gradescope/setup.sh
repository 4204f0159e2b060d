#!/usr/bin/env bash
# Makes Gradescope's image: installs Swift, proves that the answers get all points there, and leaves everything
# built. Gradescope runs it once, as root, when the autograder is uploaded; what it prints is in the build's log.
set -euo pipefail

autograder=${AUTOGRADER:-/autograder}
kit=$autograder/source/kit

# The version that the kit was proved with. Another one: its name as on https://www.swift.org/install/linux.
version=6.3.1
home=/opt/swift
# Swift 6.x Release Signing Key, from https://www.swift.org/install/linux (and swiftlang/swift-docker).
key=52BB7E3DE28A71BE22EC05FFEF80A866B47A981F
download=${SWIFT_DOWNLOAD:-https://download.swift.org}
keys=${SWIFT_KEYS:-https://www.swift.org/keys/all-keys.asc}

fail() {
    printf 'error: %s\n' "$@" >&2
    exit 1
}

# The packages that Swift's own images of this system have.
install_packages() {
    local release=$1 gcc
    case $release in
    22.04) gcc=11 ;;
    24.04) gcc=13 ;;
    *) fail "this is Ubuntu $release: choose the base image Ubuntu 22.04 or 24.04, for which there is a Swift." ;;
    esac
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update
    apt-get -q install -y --no-install-recommends \
        binutils ca-certificates curl git gnupg2 libc6-dev libcurl4-openssl-dev libedit2 "libgcc-$gcc-dev" \
        libncurses-dev libpython3-dev libsqlite3-0 "libstdc++-$gcc-dev" libxml2-dev libz3-dev pkg-config tzdata \
        unzip util-linux zlib1g-dev
}

# Whether Swift's own key, and no other, has signed a file. That the key is out of date by now is no matter: what
# it signed in its time stays signed. A key that was called back has signed nothing.
is_signed() {
    local file=$1 signature=$2 keyring=$3 status
    status=$(gpg --homedir "$keyring" --batch --status-fd 1 --verify "$signature" "$file" 2>/dev/null || true)
    [[ $status == *" VALIDSIG "*"$key"* && $status != *" REVKEYSIG "* && $status != *" BADSIG "* ]]
}

install_swift() {
    local release=$1 machine='' folder name
    [[ $(uname -m) == aarch64 ]] && machine=-aarch64
    name=swift-$version-RELEASE-ubuntu$release$machine
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' RETURN
    local url=$download/swift-$version-release/ubuntu${release/./}$machine/swift-$version-RELEASE/$name.tar.gz
    curl -fsSL --retry 3 "$url" -o "$folder/swift.tar.gz" || fail "$url cannot be downloaded."
    curl -fsSL --retry 3 "$url.sig" -o "$folder/swift.tar.gz.sig" || fail "$url.sig cannot be downloaded."
    curl -fsSL --retry 3 "$keys" -o "$folder/keys.asc" || fail "$keys cannot be downloaded."
    mkdir -m 700 "$folder/keyring"
    gpg --homedir "$folder/keyring" --batch --quiet --import "$folder/keys.asc" || true
    is_signed "$folder/swift.tar.gz" "$folder/swift.tar.gz.sig" "$folder/keyring" ||
        fail "$url is not signed by Swift's release key $key: nothing was installed."
    mkdir -p "$home"
    tar -xzf "$folder/swift.tar.gz" --directory "$home" --strip-components=2 --no-same-owner
}

# Builds what each submission needs, and has the answers graded: where they do not get all points, no submission
# would be graded rightly.
prove() {
    local folder
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' RETURN
    mkdir -p "$folder/Sources"
    cp -R "$kit/Solutions/Reference" "$folder/Sources/Student"
    "$kit/grade.sh" submission "$folder" || fail "the answers do not get all points on this image: see above."
}

main() {
    # shellcheck source=/dev/null
    local release=${RELEASE:-$(. /etc/os-release && echo "$VERSION_ID")}
    if ! [[ -x $home/bin/swift ]]; then
        install_packages "$release"
        install_swift "$release"
    fi
    export PATH=$home/bin:$PATH LANG=C.UTF-8
    swift --version
    prove
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then main "$@"; fi
