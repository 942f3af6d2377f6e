"""Lists what can be started and what was started."""

import json

from guide.paths import Paths


def print_flows(where: Paths, *, as_json: bool = False) -> int:
    """Print every flow under the heading it stands under on the home screen."""
    from guide.flow.library import flow_list

    known = flow_list(where)
    if as_json:
        _json(known)
        return 0
    groups: dict[str, list[dict[str, object]]] = {}
    for one in known:
        groups.setdefault(str(one["group"]), []).append(one)
    for group, flows in groups.items():
        print(group)
        for one in flows:
            print(f"  {one['flow']:<24} {one['title']}, about {one['minutes']} minutes")
    print("\nBegin with: guide start FLOW")
    return 0


def print_sessions(where: Paths, *, as_json: bool = False) -> int:
    """Print what was started, the newest first; never a person's name."""
    known = _sessions(where)
    if as_json:
        keys = ("session", "thread", "flow", "title", "started", "changed", "finished", "answers")
        _json([{key: getattr(one, key) or (None if key == "thread" else getattr(one, key)) for key in keys}
               for one in known])  # fmt: skip
        return 0
    if not known:
        print("Nothing was started yet. Begin with: guide start FLOW")
    for one in known:
        state = "finished" if one.finished else "open"
        print(f"{one.session}  {one.started[:10]}  {one.label or one.thread or one.title}  ({state})")
    return 0


def _sessions(where: Paths) -> list:  # type: ignore[type-arg]
    from guide.cli.open import has_vault, open_store

    if not has_vault(where):
        return []
    store = open_store(where)
    try:
        return store.sessions()
    finally:
        store.close()


def _json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))
