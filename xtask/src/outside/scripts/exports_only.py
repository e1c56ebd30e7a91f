"""Writes the bundled spec without the operations that are neither series nor of the family of exports."""

import sys

import yaml

with open(sys.argv[1]) as file:
    document = yaml.safe_load(file)
for path, item in list(document["paths"].items()):
    for method, operation in list(item.items()):
        if isinstance(operation, dict) and operation.get("x-braze-family", "export") != "export":
            del item[method]
    if not any(method in item for method in ("get", "post", "put", "patch", "delete")):
        del document["paths"][path]
with open(sys.argv[2], "w") as file:
    yaml.safe_dump(document, file, sort_keys=False, allow_unicode=True)
