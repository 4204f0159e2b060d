/// The shell commands of a confinement, in the order in which they are run.
enum ConfinementScript {
    /// Opens the file for the records, takes its name away, and sets limits.
    ///
    /// Arguments: the file, blocks of 512 bytes that a file may have, KiB of addresses, the command that follows.
    static let begin = """
        exec 8<&0 9>"$1" </dev/null || exit 1
        rm -f "$1"
        ulimit -c 0
        ulimit -f "$2"
        ulimit -v "$3" 2>/dev/null || :
        shift 3
        exec "$@"

        """

    /// Makes a root folder that holds what the program needs, and changes to it.
    ///
    /// Arguments: an empty folder, the paths that are visible besides the system's, a line each, the command.
    static let enterJail = """
        set -e
        jail=$1
        mount -t tmpfs -o mode=755 jail "$jail"
        for folder in usr bin sbin lib lib64 lib32 etc nix; do
            if [ -L /$folder ]; then
                cp -P /$folder "$jail/$folder"
            elif [ -d /$folder ]; then
                mkdir "$jail/$folder"
                mount --rbind -o ro /$folder "$jail/$folder"
            fi
        done
        mkdir "$jail/proc" "$jail/dev" "$jail/tmp"
        mount -t proc proc "$jail/proc"
        for device in null zero random urandom; do
            : >"$jail/dev/$device"
            mount --bind /dev/$device "$jail/dev/$device"
        done
        ln -s /proc/self/fd "$jail/dev/fd"
        printf '%s\\n' "$2" | while read -r path; do
            if [ -d "$path" ]; then
                mkdir -p "$jail$path"
            else
                mkdir -p "$jail${path%/*}"
                : >"$jail$path"
            fi
            mount --bind -o ro "$path" "$jail$path"
        done
        mount -o remount,ro "$jail"
        shift 2
        set -- chroot "$jail" setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
        set +e

        """

    /// Runs the command that follows, and kills it when the grader is gone.
    static let run = """
        { read -r line <&8; kill -KILL 0; } >/dev/null 2>&1 9>&- &
        watcher=$!
        "$@" 8<&- &
        wait $!
        status=$?
        kill -KILL $watcher
        exit $status
        """
}
