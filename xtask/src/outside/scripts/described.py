"""Reads operations and their examples from the bundled spec, and records which ones a program exercised."""

import os
import re
from dataclasses import dataclass

import yaml

METHODS = ("get", "post", "put", "patch", "delete")


@dataclass
class Exchange:
    """An example: the parameters by name, and the body of the request."""

    arguments: dict
    body: object


@dataclass
class Operation:
    """An operation of the spec."""

    method: str
    path: str
    definition: dict
    parameters: list
    body_schema: dict | None
    exchanges: list

    @property
    def label(self):
        return f"{self.method} {self.path}"


class Spec:
    """The bundled spec."""

    def __init__(self, path):
        with open(path) as file:
            self.document = yaml.safe_load(file)
        items = self.document["paths"].items()
        self.operations = [
            self._operation(method, path, item) for path, item in items for method in METHODS if method in item
        ]

    def resolve(self, node):
        """Follows references within the document."""
        while "$ref" in node:
            target = self.document
            for key in node["$ref"].removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
        return node

    def _json(self, node):
        return self.resolve(node).get("content", {}).get("application/json", {})

    def _operation(self, method, path, item):
        definition = item[method]
        parameters = [*item.get("parameters", []), *definition.get("parameters", [])]
        replies = definition["responses"].items()
        successes = [self._json(reply) for status, reply in replies if str(status).startswith("2")]
        examples = [example for reply in successes for example in reply.get("examples", {}).values()]
        return Operation(
            method.upper(),
            path,
            definition,
            [self.resolve(parameter) for parameter in parameters],
            self._json(definition.get("requestBody", {})).get("schema"),
            [Exchange(example.get("x-braze-request", {}), example.get("x-braze-body")) for example in examples],
        )


def identifier(name):
    """The name of a parameter as an identifier of a programming language."""
    return re.sub(r"\W+", "_", name).strip("_")


def exercised(operation):
    """Records that the server accepted a request of the operation."""
    with open(os.environ["EXERCISED"], "a") as file:
        file.write(f"{operation.label}\n")
