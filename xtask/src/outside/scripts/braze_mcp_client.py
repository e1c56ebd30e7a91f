"""Calls every function of Braze's own `braze-mcp-server` that reads an operation of the spec, once for each
example, through the server's protocol: each must return its typed model and not the raw reply, which is what it
falls back to. Arguments: the bundled spec, the server's URL, the API key."""

import asyncio
import importlib.util
import inspect
import json
import logging
import os
import pathlib
import re
import sys

from described import Spec, exercised, identifier

spec = Spec(sys.argv[1])
os.environ["BRAZE_BASE_URL"], os.environ["BRAZE_API_KEY"] = sys.argv[2], sys.argv[3]

# The only code of the package that needs Python 3.12, in words of older ones.
NEW_SYNTAX = "def handle_response[T: BaseModel]("
OLD_SYNTAX = "import typing\nT = typing.TypeVar('T', bound=BaseModel)\ndef handle_response("


def run_on_older_python():
    package = pathlib.Path(importlib.util.find_spec("braze_mcp").origin).parent
    file = package / "utils" / "http.py"
    text = file.read_text()
    if sys.version_info < (3, 12) and NEW_SYNTAX in text:
        file.write_text(text.replace(NEW_SYNTAX, OLD_SYNTAX))


run_on_older_python()

from braze_mcp.registry_builder import FUNCTION_REGISTRY  # noqa: E402
from braze_mcp.server import WRITE_FUNCTION_NAMES, mcp  # noqa: E402
from mcp.shared.memory import create_connected_server_and_client_session  # noqa: E402


# Parameters that the functions have under other names.
RENAMED = {"preferenceCenterExternalID": "preference_center_id"}

# Functions whose models are stricter than the service: a Content Block without a description has `null` there.
STRICTER = {"get_content_block_info"}


def template(path):
    """A path with all placeholders alike."""
    return re.sub(r"\{.*?\}", "{}", path)


def functions():
    """The functions that read an operation of the spec, each with its operation."""
    described = {template(operation.path): operation for operation in spec.operations if operation.method == "GET"}
    for name, function in FUNCTION_REGISTRY.items():
        if name in WRITE_FUNCTION_NAMES or name in STRICTER:
            continue
        source = inspect.getsource(function["implementation"])
        path = re.search(r"""url_path = f?["'](.*?)["']""", source)
        if path is None:
            sys.exit(f"{name}: its path is not found")
        operation = described.get(template("/" + path[1].strip("/")))
        if operation is not None:
            yield name, function["implementation"], operation


def arguments_of(implementation, operation):
    """The arguments of each example. A parameter that the function does not have is left out."""
    known = inspect.signature(implementation).parameters
    for exchange in operation.exchanges:
        arguments = {RENAMED.get(name, identifier(name)): value for name, value in exchange.arguments.items()}
        yield {name: value for name, value in arguments.items() if name in known}


async def call(session, name, arguments):
    """Calls a function, and returns the problem."""
    result = await session.call_tool("call_function", {"function_name": name, "parameters": arguments})
    reply = json.loads(result.content[0].text)
    if result.isError or not isinstance(reply, dict) or "model_name" not in reply.get("schema", {}):
        return f"not a typed model: {result.content[0].text}"
    return None


async def main():
    logging.disable(logging.INFO)
    failed = False
    async with create_connected_server_and_client_session(mcp) as session:
        for name, implementation, operation in functions():
            outcomes = [await call(session, name, each) for each in arguments_of(implementation, operation)]
            for problem in filter(None, outcomes):
                print(f"{operation.label}, {name}: {problem}")
            failed |= any(outcomes)
            if outcomes and not any(outcomes):
                exercised(operation)
    sys.exit(failed)


asyncio.run(main())
