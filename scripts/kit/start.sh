#!/bin/sh
# Opens workshop; sets it up in this folder the first time. READ-ME-FIRST.txt says what the laptop needs.
cd -- "$(dirname -- "$0")" || exit 1
here=$(pwd)

# A double click may come without a terminal: open one.
if [ $# -eq 0 ] && [ ! -t 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${WORKSHOP_KIT_TERMINAL:-}" ]; then
  export WORKSHOP_KIT_TERMINAL=1
  for terminal in "x-terminal-emulator -e" "gnome-terminal --" "konsole -e" "xfce4-terminal -x" "xterm -e"; do
    # shellcheck disable=SC2086 - the program and its option are two words
    command -v ${terminal%% *} > /dev/null && exec $terminal sh "$here/$(basename -- "$0")"
  done
fi

for version in @EACH@ ""; do
  python=python3${version#3}
  if "$python" parts/set_up.py --fits 2> /dev/null; then
    "$python" parts/set_up.py "$@"
    code=$?
    if [ "$code" -ne 0 ] && [ -t 0 ]; then
      printf 'Press Enter to close. '
      read -r _
    fi
    exit "$code"
  fi
done
echo "There is no Python @PYTHONS@ here. READ-ME-FIRST.txt says what to do." >&2
if [ -t 0 ]; then
  printf 'Press Enter to close. '
  read -r _
fi
exit 3
