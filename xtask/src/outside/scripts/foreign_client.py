"""Calls every operation with a client from openapi-generator, once for each example: the request on the wire
must be the example's, and the client must see what the server sent. Arguments: the bundled spec, the server's
URL, the API key, the folder of the client."""

import enum
import inspect
import json
import re
import sys
import traceback
import typing
import urllib.parse

from dateutil.parser import isoparse
from described import Spec, exercised, identifier

sys.path.append(sys.argv[4])
import foreign_braze  # noqa: E402

spec = Spec(sys.argv[1])
url, key = sys.argv[2], sys.argv[3]


class Client(foreign_braze.ApiClient):
    """Keeps the latest request."""

    def call_api(self, method, url, header_params=None, body=None, *rest, **options):
        self.sent = (method, urllib.parse.urlsplit(url), body)
        return super().call_api(method, url, header_params, body, *rest, **options)


def without_null(value):
    """The value without fields that are null: the client writes all fields that a reply lacks so."""
    if isinstance(value, dict):
        return {name: without_null(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_null(item) for item in value]
    return value


def wire(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def pairs(operation, arguments):
    """The names and values that a query must have, and the path."""
    path, query = operation.path, []
    for parameter in operation.parameters:
        name = parameter["name"]
        if name not in arguments:
            continue
        value = arguments[name]
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", urllib.parse.quote(wire(value), safe=""))
        elif isinstance(value, list) and parameter.get("explode", True):
            query += [(name, wire(item)) for item in value]
        else:
            query.append((name, ",".join(map(wire, value)) if isinstance(value, list) else wire(value)))
    return path, sorted(query)


def argument(parameter, value):
    """A value as the client takes it: words of a shared schema are an enum there."""
    shared = getattr(foreign_braze, parameter["schema"].get("$ref", "").rsplit("/", 1)[-1], None)
    is_enum = isinstance(shared, type) and issubclass(shared, enum.Enum)
    return shared(value) if is_enum else value


def instant(text):
    """A date-time in one spelling, and any other text as it is."""
    return isoparse(text).isoformat() if re.match(r"\d{4}-\d\d-\d\dT", text) else text


def call(client, operation, exchange):
    words = re.split(r"[_ ]", operation.definition["tags"][0])
    api = getattr(foreign_braze, "".join(word.capitalize() for word in words) + "Api")(client)
    method = getattr(api, identifier(operation.definition["operationId"]) + "_with_http_info")
    arguments = {
        identifier(parameter["name"]): argument(parameter, exchange.arguments[parameter["name"]])
        for parameter in operation.parameters
        if parameter["name"] in exchange.arguments
    }
    if exchange.body is not None:
        known = {identifier(parameter["name"]) for parameter in operation.parameters}
        signature = inspect.signature(method).parameters
        [body] = [name for name in signature if not name.startswith("_") and name not in known]
        # The model is behind `Optional` if the body is optional.
        annotation = signature[body].annotation
        model = next(filter(inspect.isclass, typing.get_args(annotation)), annotation)
        arguments[body] = model.from_dict(exchange.body)
    reply = method(**arguments)
    _, target, body = client.sent
    path, query = pairs(operation, exchange.arguments)
    sent = [(name, instant(value)) for name, value in sorted(urllib.parse.parse_qsl(target.query))]
    query = [(name, instant(value)) for name, value in query]
    differences = []
    if (target.path, sent) != (path, query):
        differences.append(f"sent {target.path} {sent}, not {path} {query}")
    if body != exchange.body:
        differences.append(f"sent {body}, not {exchange.body}")
    theirs, ours = without_null(json.loads(reply.data.to_json())), without_null(json.loads(reply.raw_data))
    if theirs != ours or not ours:
        differences.append(f"sees {theirs}, not {ours}")
    return differences


failed = False
with Client(foreign_braze.Configuration(host=url, access_token=key)) as client:
    for operation in spec.operations:
        for exchange in operation.exchanges:
            try:
                differences = call(client, operation, exchange)
            except Exception:
                differences = [traceback.format_exc()]
            for difference in differences:
                print(f"{operation.label} {exchange.arguments} {exchange.body}: {difference}")
            failed |= bool(differences)
            if not differences:
                exercised(operation)
sys.exit(failed)
