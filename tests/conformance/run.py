# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command beside a LiteLLM proxy: run.py FOLDER COMMAND [ARGUMENT...]

FOLDER is what install.sh made. Database, provider and proxy run on free ports of loopback and end
with the command, which finds what it needs to know of them, also a key of each kind, in the file
that LITEDECK_PROXY names. The logs stay in FOLDER/logs."""

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
PATIENCE = 180  # Seconds until the proxy has to be up, on a busy machine.
PRICES = {"input_cost_per_token": 3e-6, "output_cost_per_token": 15e-6}
OPENAI = (
    """u-ok u-slow u-think u-tools u-length u-nousage u-cut u-stall u-miderr u-mid429 u-401 u-429
u-quota u-400 u-ctx u-policy u-404 u-500 u-503 u-502html u-reset""".split()
)


def free_ports(count):
    """All at once, so that none is told twice."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def config(provider):
    def model(name, params, info=PRICES):
        return {"model_name": name, "litellm_params": params, "model_info": info}

    def openai(name, upstream=None, info=PRICES, **more):
        params = {
            "model": f"openai/{upstream or name}",
            "api_base": f"{provider}/v1",
            "api_key": "sk-upstream-secret",
        }
        return model(name, params | more, info)

    models = [openai(name) for name in OPENAI]
    models.append(openai("u-hang", timeout=2, stream_timeout=2))
    models.append(openai("u-noprice", "u-ok", info={}))
    models.append(
        model("down", {"model": "openai/x", "api_key": "none", "api_base": "http://127.0.0.1:9/v1"})
    )
    for name in ("a-ok", "a-529", "a-long", "a-mid"):
        models.append(
            model(name, {"model": f"anthropic/{name}", "api_base": provider, "api_key": "sk-ant-x"})
        )
    for name in ("g-ok", "g-429"):
        models.append(
            model(name, {"model": f"gemini/{name}", "api_base": provider, "api_key": "AIzaX"})
        )
    return {
        "model_list": models,
        "litellm_settings": {"num_retries": 0, "drop_params": False, "cache": False},
        # A fallback, so that its trailers stand in the errors.
        "router_settings": {
            "num_retries": 0,
            "disable_cooldowns": True,
            "fallbacks": [{"u-503": ["u-500"]}],
        },
        "general_settings": {
            "master_key": "os.environ/LITELLM_MASTER_KEY",
            "database_url": "os.environ/DATABASE_URL",
            "proxy_batch_write_at": 1,
        },
    }


@contextlib.contextmanager
def database(folder, port):
    """Somewhere that the user postgres may go, which a home is not."""
    with tempfile.TemporaryDirectory(prefix="litedeck-database-") as place:
        script = HERE / "database.sh"
        subprocess.run([script, "start", folder / "database.tar", place, str(port)], check=True)
        try:
            yield
        finally:
            subprocess.run([script, "stop", place], check=False)


@contextlib.contextmanager
def process(command, log, **environment):
    with open(log, "wb") as out:
        running = subprocess.Popen(
            command,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | environment,
            start_new_session=True,
        )
    try:
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def wait_for(url, running):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.2)
    sys.exit(f"No answer from {url}; see the logs.")


class Admin:
    """Who makes keys."""

    def __init__(self, proxy, master):
        self.proxy = proxy
        self.master = master

    def post(self, path, **body):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.master}"}
        request = urllib.request.Request(self.proxy + path, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as reply:
            return json.load(reply)

    def key(self, alias, **more):
        return self.post("/key/generate", key_alias=alias, **more)["key"]

    def make_all(self):
        """A team with two people, and one key of each kind, by name."""
        team = self.post(
            "/team/new",
            team_alias="acme",
            max_budget=10,
            budget_duration="30d",
            models=["all-proxy-models"],
        )["team_id"]
        for user, more in (("u-ann", {"max_budget": 5, "budget_duration": "7d"}), ("u-bob", {})):
            self.post(
                "/user/new", user_id=user, user_role="internal_user", auto_create_key=False, **more
            )
            self.post("/team/member_add", team_id=team, member={"role": "user", "user_id": user})
        blocked_team = self.post("/team/new", team_alias="closed")["team_id"]
        poor_team = self.post("/team/new", team_alias="poor", max_budget=0.001)["team_id"]
        self.post("/user/new", user_id="u-cat", auto_create_key=False)
        self.post(
            "/team/member_add",
            team_id=team,
            member={"role": "user", "user_id": "u-cat"},
            max_budget_in_team=0.001,
        )
        self.post("/user/new", user_id="u-dan", max_budget=0.001, auto_create_key=False)
        ann = {"team_id": team, "user_id": "u-ann"}
        keys = {
            "member": self.key("member", **ann, max_budget=2, budget_duration="1d"),
            "other": self.key("other", team_id=team, user_id="u-bob"),
            "service": self.key("service", team_id=team),
            "solo": self.key("solo", user_id="u-ann"),
            "bare": self.key("bare"),
            "calls-only": self.key("calls-only", **ann, key_type="llm_api"),
            "poor": self.key("poor", **ann, max_budget=0.001),
            "slow-lane": self.key("slow-lane", **ann, rpm_limit=1),
            "one-model": self.key("one-model", **ann, models=["u-ok"]),
            "expired": self.key("expired", **ann, duration="1s"),
            "blocked": self.key("blocked", **ann),
            "of-poor-team": self.key("of-poor-team", team_id=poor_team),
            "of-poor-member": self.key("of-poor-member", team_id=team, user_id="u-cat"),
            "of-poor-user": self.key("of-poor-user", user_id="u-dan"),
            "of-blocked-team": self.key("of-blocked-team", team_id=blocked_team),
        }
        self.post("/key/block", key=keys["blocked"])
        self.post("/team/block", team_id=blocked_team)
        return {"team": team, "keys": keys}


def main(folder, command):
    folder = folder.resolve()
    logs = folder / "logs"
    logs.mkdir(exist_ok=True)
    provider_port, database_port, proxy_port = free_ports(3)
    provider = f"http://127.0.0.1:{provider_port}"
    proxy = f"http://127.0.0.1:{proxy_port}"
    database_url = f"postgresql://litellm@127.0.0.1:{database_port}/litellm"
    master = "sk-" + secrets.token_hex(24)
    (folder / "config.yaml").write_text(yaml.safe_dump(config(provider), sort_keys=False))
    environment = {
        "DATABASE_URL": database_url,
        "PRISMA_QUERY_ENGINE_BINARY": str(folder / "engine/engine.js"),
        "DISABLE_SCHEMA_UPDATE": "true",
        "LITELLM_MASTER_KEY": master,
        "LITELLM_SALT_KEY": "sk-salt",
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "LITELLM_MODE": "PRODUCTION",
        "LITELLM_TELEMETRY": "False",
        "HOME": str(folder / "home"),
        "PATH": f"{folder}/venv/bin:{os.environ['PATH']}",
    }
    python = folder / "venv/bin/python"
    with contextlib.ExitStack() as stack:
        upstream = stack.enter_context(
            process([python, HERE / "provider.py", str(provider_port)], logs / "provider.log")
        )
        stack.enter_context(database(folder, database_port))
        running = stack.enter_context(
            process(
                [
                    folder / "venv/bin/litellm",
                    "--config",
                    folder / "config.yaml",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    str(proxy_port),
                ],
                logs / "proxy.log",
                **environment,
            )
        )
        wait_for(f"{provider}/seen", upstream)
        wait_for(f"{proxy}/health/readiness", running)
        told = {"proxy": proxy, "provider": provider, "database": database_url, "master": master}
        told |= Admin(proxy, master).make_all()
        (folder / "proxy.json").write_text(json.dumps(told, indent=1))
        return subprocess.run(
            command, env=os.environ | {"LITEDECK_PROXY": str(folder / "proxy.json")}, check=False
        ).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
