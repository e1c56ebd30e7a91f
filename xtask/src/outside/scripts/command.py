"""Sends every example with the command `braze api`. Arguments: the bundled spec, the server's URL, the API key,
the command."""

import concurrent.futures
import json
import os
import subprocess
import sys
import urllib.parse

from described import Spec, exercised

spec = Spec(sys.argv[1])
url, key, command = sys.argv[2:5]


def wire(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def call(operation, exchange):
    path, arguments = operation.path, []
    for parameter in operation.parameters:
        name = parameter["name"]
        values = exchange.arguments.get(name, [])
        values = values if isinstance(values, list) else [values]
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", urllib.parse.quote(wire(values[0]), safe=""))
        elif values and not parameter.get("explode", True):
            arguments += ["--query", f"{name}={','.join(map(wire, values))}"]
        else:
            arguments += [word for value in values for word in ("--query", f"{name}={wire(value)}")]
    if exchange.body is not None:
        arguments += ["--body", json.dumps(exchange.body)]
    line = [command, "api", operation.method, path, *arguments, "--yes", "--base-url", url]
    # Each operation takes the secret that it needs; the server takes any.
    secrets = {name: key for name in ("BRAZE_API_KEY", "BRAZE_SCIM_TOKEN", "BRAZE_CLIENT_KEY")}
    result = subprocess.run(line, env={**os.environ, **secrets}, capture_output=True, text=True)
    if result.returncode == 0:
        exercised(operation)
        return True
    print(f"{operation.label} {exchange.arguments} {exchange.body}: {result.stdout}{result.stderr}")
    return False


with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    exchanges = [(operation, exchange) for operation in spec.operations for exchange in operation.exchanges]
    outcomes = list(pool.map(lambda pair: call(*pair), exchanges))
sys.exit(not all(outcomes))
